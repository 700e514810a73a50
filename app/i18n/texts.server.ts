import { preferencesOf } from '#app/preferences.server.ts'
import type { Language } from './language.ts'
import type { Namespace, Texts } from './texts.ts'
import type { TextTree, Translator } from './translate.ts'
import { createTranslator } from './translate.ts'

const files = import.meta.glob<TextTree>(['./zh-CN/*.ts', './en/*.ts'], { eager: true, import: 'texts' })

/** All texts of one namespace. The browser gets only what its page used, see page-context.tsx. */
export function textsOf(language: Language, namespace: Namespace): TextTree {
  const texts = files[`./${language}/${namespace}.ts`]
  if (!texts) throw new Error(`No texts: app/i18n/${language}/${namespace}.ts`)
  return texts
}

/** The `t` of loaders and actions: titles, and errors beside a field. */
export async function serverText<N extends Namespace>(request: Request, namespace: N): Promise<Translator<Texts[N]>> {
  const { language } = await preferencesOf(request)
  return createTranslator(textsOf(language, namespace) as TextTree & Texts[N], language)
}
