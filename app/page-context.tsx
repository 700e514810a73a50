import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import type { Language } from './i18n/language.ts'
import type { Namespace, Texts } from './i18n/texts.ts'
import type { TextTree, Translator } from './i18n/translate.ts'
import { createTranslator } from './i18n/translate.ts'
import type { Preferences } from './preferences.ts'

/** What every component may ask about the page it is on. Made by both entries, the same on both sides. */
export interface PageContext extends Preferences {
  /** Empty in the browser: it hides nonces, and hydration compares. */
  readonly nonce: string
  /** Of the request that made the document, or of the last one that failed since. */
  readonly requestId: string
  /** Texts of a namespace; in the browser it throws a promise (React suspends) while they load. */
  readonly translator: <N extends Namespace>(namespace: N) => Translator<Texts[N]>
  /** The texts used so far, as JSON for the browser; on the server only. */
  readonly usedTexts: () => string
}

const Context = createContext<PageContext | null>(null)

export function PageContextProvider({ value, children }: { value: PageContext; children: ReactNode }) {
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function usePage(): PageContext {
  const page = useContext(Context)
  if (!page) throw new Error('usePage needs a PageContextProvider')
  return page
}

/** The `t` of components: `const t = useText('intermediaries')`, then `t('search.title')`. */
export function useText<N extends Namespace>(namespace: N): Translator<Texts[N]> {
  return usePage().translator(namespace)
}

/** Keeps one translator per namespace over whatever finds the texts. */
export function translatorCache(language: Language, find: (namespace: Namespace) => TextTree): PageContext['translator'] {
  const made = new Map<Namespace, Translator<TextTree>>()
  return <N extends Namespace>(namespace: N) => {
    const translator = made.get(namespace) ?? createTranslator(find(namespace), language)
    made.set(namespace, translator)
    return translator as unknown as Translator<Texts[N]>
  }
}
