import { ceilingOf } from '#domain/catalogue/fee.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { unitOf } from '#domain/catalogue/fee-schedule.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import type { ItemCancelled, ServiceItem } from '#domain/catalogue/service-item.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded } from '#domain/kernel/working-days.ts'
import { checkCriteria } from './criteria.ts'
import type { CriteriaRefusal, Criterion } from './criteria.ts'
import type { SelectionContext } from './publicity.ts'
import { hasQuotes } from './selection.ts'
import type { FundSource, SelectionMode } from './selection.ts'

/** What an owner wants to announce, as far as the rules ask. */
export interface SelectionDraft {
  readonly mode: SelectionMode
  readonly fundSource: FundSource
  readonly size: number | null
  readonly criteria: readonly Criterion[]
  readonly item: ServiceItem
}

/** The times asked for; `signUpOpensAt` null: at once; `opensAt` null: as soon as sign-up is closed. */
export interface WantedTimes {
  readonly signUpOpensAt: Date | null
  readonly signUpClosesAt: Date
  readonly opensAt: Date | null
}

/** The announcement, with what everyone is told. `opensAt` is null where nothing is sealed. */
export interface SelectionAnnounced {
  readonly announcedAt: Date
  readonly signUpOpensAt: Date
  readonly signUpClosesAt: Date
  readonly opensAt: Date | null
  readonly minimumPool: number
}

export type AnnouncementRefusal =
  | ItemCancelled
  | CriteriaRefusal
  | CalendarNotLoaded
  | { readonly code: 'MODE_NOT_ANNOUNCED'; readonly mode: 'DIRECT' }
  | { readonly code: 'CRITERIA_NOT_USED'; readonly mode: SelectionMode }
  | { readonly code: 'SIZE_REQUIRED'; readonly unit: FeeUnit }
  | { readonly code: 'SIGN_UP_OPENS_IN_PAST'; readonly now: string }
  | { readonly code: 'SIGN_UP_TOO_SHORT'; readonly workingDays: number; readonly earliestOn: CalendarDay }
  | { readonly code: 'OPENING_BEFORE_CLOSING'; readonly signUpClosesAt: string }

/** Whether the wish itself can be announced at all, whatever its times: asked of every draft that is kept. */
export function checkDraft({ mode, criteria, size, item }: SelectionDraft): Result<true, AnnouncementRefusal> {
  if (mode === 'DIRECT') return refuse({ code: 'MODE_NOT_ANNOUNCED', mode })
  const retained = checkItemRetained(item)
  if (!retained.ok) return retained
  if (mode === 'COMPARATIVE') {
    const weighed = checkCriteria(criteria)
    if (!weighed.ok) return weighed
  } else if (criteria.length > 0) return refuse({ code: 'CRITERIA_NOT_USED', mode })
  const unit = unitAsked(mode, item)
  return unit !== null && size === null ? refuse({ code: 'SIZE_REQUIRED', unit }) : ok(true)
}

/** The unit in which a size must be announced: where listed fees are compared, or where a government ceiling depends on it. */
function unitAsked(mode: SelectionMode, item: ServiceItem): FeeUnit | null {
  const ceiling = ceilingOf(item)
  const ofCeiling = ceiling === null ? null : unitOf(ceiling)
  return hasQuotes(mode) ? ofCeiling : (item.feeUnit ?? ofCeiling)
}

/** Whether the draft may be announced now with these times (rulebook R3), and what is then told to everyone. */
export function decideAnnouncement(
  draft: SelectionDraft,
  times: WantedTimes,
  context: SelectionContext,
): Result<SelectionAnnounced, AnnouncementRefusal> {
  const { now, calendar, ruleSet } = context
  const checked = checkDraft(draft)
  if (!checked.ok) return checked
  const { signUpClosesAt } = times
  const signUpOpensAt = times.signUpOpensAt ?? now
  if (signUpOpensAt < now) return refuse({ code: 'SIGN_UP_OPENS_IN_PAST', now: now.toISOString() })
  const { minimumSignUpWorkingDays, publicityWorkingDays, minimumPool } = ruleSet.parameters
  const earliest = addWorkingDays(shanghaiDayOf(signUpOpensAt), minimumSignUpWorkingDays.value, calendar)
  if (!earliest.ok) return earliest
  if (shanghaiDayOf(signUpClosesAt) < earliest.value) {
    return refuse({ code: 'SIGN_UP_TOO_SHORT', workingDays: minimumSignUpWorkingDays.value, earliestOn: earliest.value })
  }
  const opensAt = hasQuotes(draft.mode) ? (times.opensAt ?? signUpClosesAt) : null
  if (opensAt !== null && opensAt < signUpClosesAt) {
    return refuse({ code: 'OPENING_BEFORE_CLOSING', signUpClosesAt: signUpClosesAt.toISOString() })
  }
  // Better told today than found out in the middle of the procedure.
  const end = addWorkingDays(shanghaiDayOf(opensAt ?? signUpClosesAt), publicityWorkingDays.value, calendar)
  if (!end.ok) return end
  const minimum = minimumPool.value[draft.mode][draft.fundSource]
  return ok({ announcedAt: now, signUpOpensAt, signUpClosesAt, opensAt, minimumPool: minimum })
}
