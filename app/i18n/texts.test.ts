import { expect, test } from 'vitest'
import type { TextTree } from './translate.ts'

const chinese = import.meta.glob<TextTree>('./zh-CN/*.ts', { eager: true, import: 'texts' })
const english = import.meta.glob<TextTree>('./en/*.ts', { eager: true, import: 'texts' })

/** Every text with its dotted key; the plural forms of one text count as one place. */
function entries(tree: TextTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : entries(value as TextTree, `${prefix}${key}.`),
  )
}
const marks = (text: string) => [...new Set(text.match(/\{\w+\}|<\/?\w+>/g) ?? [])].sort()

test.each(Object.keys(chinese))('%s has its English file with the same placeholders', (file) => {
  const translated = new Map(entries(english[file.replace('zh-CN', 'en')] ?? {}))
  for (const [key, text] of entries(chinese[file] ?? {})) expect([key, marks(translated.get(key) ?? '')]).toEqual([key, marks(text)])
})

test.each(Object.keys(english))('%s holds no Chinese left over', (file) => {
  const left = entries(english[file] ?? {}).filter(([, text]) => /\p{Script=Han}/u.test(text.replace(/[（(「"][^）)」"]*[）)」"]/gu, '')))
  expect(left).toEqual([])
})
