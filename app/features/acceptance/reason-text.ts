import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'

type T = Translator<Texts['acceptance']>

/** A bar or list entry as the API tells it. */
export interface Restriction {
  readonly code: string
  readonly from: string
  readonly until: string | null
  readonly isHold: boolean
}

/** From when until when: for life, until a date, or until the matter is settled. */
export function rangeText({ from, until, isHold, code }: Restriction, t: T): string {
  if (until !== null) return t('range.until', { from, until })
  return t(isHold || code.startsWith('ON_') ? 'range.open' : 'range.life', { from })
}

/** The sentence for a restriction's code; an unknown code shows itself rather than nothing. */
export const becauseText = (code: string, t: T): string => t.optional(`because.${code}`) ?? code

/** Why a mode is refused, as one sentence with its way out. */
export function modeRefusalText({ code, facts }: { readonly code: string; readonly facts: unknown }, t: T): string {
  const known = facts as {
    materials?: number[]
    promisedWorkingDays?: number
    reasonCode?: string
    from?: string
    until?: string | null
    isHold?: boolean
  }
  const { from = '', until = null, isHold = false, reasonCode = '' } = known
  const values = {
    materials: (known.materials ?? []).join(t.language === 'en' ? ', ' : '、'),
    promisedWorkingDays: known.promisedWorkingDays ?? 0,
    from,
    because: becauseText(reasonCode, t),
    range: rangeText({ code, from, until, isHold }, t),
  }
  return t.optional(`modeRefusal.${code}`, values) ?? code
}
