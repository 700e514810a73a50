import type { ReactNode } from 'react'
import { createElement, Fragment } from 'react'
import type { Language } from './language.ts'

/** A text that depends on `count`. The key `other` is reserved for it. English adds `one`. */
export interface Plural {
  readonly one?: string
  readonly other: string
}
export interface TextTree {
  readonly [key: string]: string | Plural | TextTree
}

/** What a translation of the source texts T must hold: the same keys, and `one` beside every `other`. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends { readonly other: string }
      ? { readonly one: string; readonly other: string }
      : Translation<T[K]>
}

/** The dotted keys of a text tree: 'search.title'. */
export type KeyOf<T> = {
  [K in keyof T & (string | number)]: T[K] extends string | Plural ? `${K}` : `${K}.${KeyOf<T[K]>}`
}[keyof T & (string | number)]

/** Values for `{name}` placeholders; numbers are written with digit grouping, `count` also picks the plural form. */
export type Values = Readonly<Record<string, string | number>>
/** Makers for `<name>…</name>` spans in a text. */
export type Tags = Readonly<Record<string, (text: string) => ReactNode>>

export interface Translator<Tree> {
  (key: KeyOf<Tree>, values?: Values): string
  /** The same for a sentence with a link or emphasis inside. */
  rich(key: KeyOf<Tree>, tags: Tags, values?: Values): ReactNode
  /** For keys that come with data, such as refusal codes; undefined where there is no text. */
  optional(key: string, values?: Values): string | undefined
  readonly language: Language
}

function find(tree: TextTree, key: string): string | Plural | undefined {
  let node: string | Plural | TextTree | undefined = tree
  for (const part of key.split('.')) node = typeof node === 'object' ? (node as TextTree)[part] : undefined
  if (typeof node === 'string' || (typeof node === 'object' && typeof node['other'] === 'string')) return node as string | Plural
  return undefined
}

/** Makes the function that pages call `t`. */
export function createTranslator<Tree>(tree: Tree, language: Language): Translator<Tree> {
  const number = new Intl.NumberFormat(language)
  const plural = new Intl.PluralRules(language)
  const optional = (key: string, values: Values = {}): string | undefined => {
    const found = find(tree as TextTree, key)
    const isOne = typeof values['count'] === 'number' && plural.select(values['count']) === 'one'
    const text = typeof found === 'object' ? (isOne ? (found.one ?? found.other) : found.other) : found
    return text?.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name]
      return value === undefined ? placeholder : typeof value === 'number' ? number.format(value) : value
    })
  }
  const translate = (key: string, values?: Values): string => {
    const text = optional(key, values)
    if (text === undefined) throw new Error(`No text for the key '${key}'`)
    return text
  }
  const rich = (key: string, tags: Tags, values?: Values): ReactNode => {
    // Odd places hold a tag's name, the next its content: 'a<x>b</x>c' → ['a', 'x', 'b', 'c'].
    const parts = translate(key, values).split(/<(\w+)>(.*?)<\/\1>/)
    const nodes: ReactNode[] = []
    for (let i = 0; i < parts.length; i += 3) {
      nodes.push(parts[i])
      const make = tags[parts[i + 1] ?? '']
      if (make) nodes.push(make(parts[i + 2] ?? ''))
    }
    return createElement(Fragment, null, ...nodes)
  }
  return Object.assign(translate, { rich, optional, language }) as Translator<Tree>
}
