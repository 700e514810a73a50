import { writeFee } from '#domain/bulk/fee-text.ts'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import type { Language } from '#app/i18n/language.ts'

/** A ceiling in the one line that forms and tables show; the browser gets the words, not the schema. */
export const ceilingText = (ceiling: unknown, language: Language): string =>
  ceiling === null || ceiling === undefined ? '' : writeFee(ceiling as FeeSchedule, language === 'en' ? 'en' : 'zh')

interface Change {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** The changes of fields with ceilings in words. */
export const withCeilingTexts = <C extends Change>(changes: readonly C[], language: Language): readonly C[] =>
  changes.map((change) =>
    change.field === 'feeCeiling'
      ? { ...change, before: ceilingText(change.before, language), after: ceilingText(change.after, language) }
      : change,
  )

/** The same for the whole text of an entry. */
export const withCeilingText = <E extends { readonly feeCeiling?: unknown }>(entry: E, language: Language) => ({
  ...entry,
  feeCeiling: ceilingText(entry.feeCeiling, language),
})
