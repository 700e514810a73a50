import type { Bar } from '#domain/credit/bar.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** How an application can be received: fully, with deficiencies 容缺受理, handled first 容缺办理, or with a correction notice 补正通知书. */
export const acceptanceModes = ['NORMAL', 'TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING', 'CORRECTION_NOTICE'] as const
export type AcceptanceMode = (typeof acceptanceModes)[number]
export type TolerantMode = Extract<AcceptanceMode, 'TOLERANT_ACCEPTANCE' | 'TOLERANT_HANDLING'>

/** The approval item applied for. `promisedWorkingDays` is its promised time limit; `IMMEDIATE` is 即办件. */
export interface RequestedItem {
  readonly kind: 'IMMEDIATE' | 'COMMITTED'
  readonly promisedWorkingDays: number
  /** The item lies in a sensitive field (security, health, environment …). */
  readonly isExcludedFromHandling: boolean
}

/** One required material as the officer found it. */
export interface SubmittedMaterial {
  readonly seq: number
  /** 主要材料 */
  readonly isEssential: boolean
  /** About the applicant's identity or personal relations. */
  readonly isIdentityMatter: boolean
  /** The state's own files prove it: the agency looks it up. Left out where no such file is known. */
  readonly isProvableByStateFiles?: boolean
  readonly presence: 'PRESENT' | 'MISSING' | 'FLAWED'
}

/** An entry of the applicant on a list of dishonest subjects. `endedOn` is the day of repair, annulment or expiry. */
export interface ApplicantDishonestyEntry {
  readonly entryId: string
  readonly from: CalendarDay
  readonly endedOn: CalendarDay | null
  /** Listed for broken commitments here: such an entry brings its own bars, of its own length, and does not close the gate besides. */
  readonly isFromBrokenCommitments: boolean
}

/** Everything the choice of modes depends on, as it stands on `on`. */
export interface AcceptanceRequest {
  readonly item: RequestedItem
  readonly materials: readonly SubmittedMaterial[]
  readonly bars: readonly Bar[]
  readonly dishonestyEntries: readonly ApplicantDishonestyEntry[]
  readonly on: CalendarDay
}
