import { nameIn } from '#app/features/listings/name-in.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { messageKey } from './message-place.ts'

export type NoticeFacts = Readonly<Record<string, string>>

/** The facts as the sentence wants them: a thing with a name in both languages is told in the reader's. */
export const sentenceFacts = (language: Translator<unknown>['language'], facts: NoticeFacts): NoticeFacts => ({
  ...facts,
  item: nameIn(language, { nameZh: facts['nameZh'] ?? '', nameEn: facts['nameEn'] ?? '' }),
})

/** What a notice says; its kind where no words are known. */
export const sentenceOf = (t: Translator<Texts['notifications']>, kind: string, facts: NoticeFacts): string =>
  t.optional(`kind.${messageKey(kind)}`, facts) ?? kind
