import type { Role } from '#domain/access/role.ts'
import { texts as english } from '#app/i18n/en/notifications.ts'
import { createTranslator } from '#app/i18n/translate.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { texts as chinese } from '#app/i18n/zh-CN/notifications.ts'
import { messagePlace } from './message-place.ts'
import { sentenceFacts, sentenceOf } from './sentence.ts'
import type { NoticeFacts } from './sentence.ts'

export interface NoticeMail {
  readonly kind: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly roles: readonly Role[]
}

// An account keeps no language: a mail says everything in both.
const languages: readonly Translator<Texts['notifications']>[] = [createTranslator(chinese, 'zh-CN'), createTranslator(english, 'en')]

/** The words of a notice's mail: the sentence of the message and where to deal with it. Nothing of the addressee, and no document. */
export const composeMail =
  (publicUrl: string) =>
  ({ kind, facts, roles }: NoticeMail): { readonly subject: string; readonly text: string } => {
    const known: NoticeFacts = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, plain(value)]))
    const number = known['number'] ?? ''
    const link = `${publicUrl}${messagePlace(kind, number, roles) ?? '/messages'}`
    return {
      subject: languages.map((t) => t('mail.subject', { number }).trim()).join(' / '),
      text: languages.map((t) => partIn(t, kind, known, link)).join('\n\n— — —\n\n'),
    }
  }

function partIn(t: Translator<Texts['notifications']>, kind: string, facts: NoticeFacts, link: string): string {
  return [sentenceOf(t, kind, sentenceFacts(t.language, facts)), t('mail.link', { link }), t('mail.footer')].join('\n\n')
}

/** A fact inside a sentence is one line of text. */
const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value).replace(/\s+/g, ' '))
