import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { AcceptanceMode } from './acceptance-request.ts'

/** The facts behind a refusal, by code. `materials` are sequence numbers. */
export interface RefusalFacts {
  readonly NOTHING_MISSING: Record<never, never>
  readonly MATERIALS_INCOMPLETE: { readonly materials: readonly number[] }
  readonly ITEM_IMMEDIATE: Record<never, never>
  readonly ESSENTIAL_MATERIAL_MISSING: { readonly materials: readonly number[] }
  readonly NO_TIME_TO_SUPPLY: { readonly promisedWorkingDays: number }
  readonly NO_IDENTITY_MATTER: { readonly materials: readonly number[] }
  readonly OTHER_MATERIAL_MISSING: { readonly materials: readonly number[] }
  readonly PROVABLE_BY_STATE_FILES: { readonly materials: readonly number[] }
  readonly ITEM_EXCLUDED: Record<never, never>
  /** `until` null means for life. A hold awaits its decision. */
  readonly BARRED: {
    readonly from: CalendarDay
    readonly until: CalendarDay | null
    readonly reasonCode: string
    readonly isHold: boolean
    readonly sourceId: string | null
  }
  readonly DISHONESTY_ENTRY: { readonly entryId: string; readonly from: CalendarDay }
}

export type ModeRefusalCode = keyof RefusalFacts

/** Why a mode is refused, with the clause. The page turns the code into a sentence. */
export type ModeRefusal = {
  [Code in ModeRefusalCode]: { readonly code: Code; readonly clause: string; readonly facts: RefusalFacts[Code] }
}[ModeRefusalCode]

/** What the mode demands before it takes effect. */
export type ModeRequirement = 'SIGNED_COMMITMENT' | 'SUPPLEMENT_DUE_DAY' | 'PUBLICITY' | 'LIST_OF_EVERYTHING_MISSING'

/** One mode, offered or refused; a refusal names every reason, so that nobody comes back for the next one. */
export interface ModeDecision {
  readonly mode: AcceptanceMode
  readonly isAllowed: boolean
  readonly reasons: readonly ModeRefusal[]
  readonly requires: readonly ModeRequirement[]
  /** Materials the mode is about: promised, stood in for, or listed in the notice. */
  readonly materials: readonly number[]
}
