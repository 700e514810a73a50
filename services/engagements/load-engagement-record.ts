import { contractInForce } from '#domain/engagements/contract.ts'
import { acceptedDeliverable, latenessOf, returnedVersions } from '#domain/engagements/deliverable.ts'
import type { EngagementRecord } from '#domain/engagements/engagement-steps.ts'
import type { EngagementRuleSet } from '#domain/engagements/engagement-rule-set.ts'
import { engagementRulesOn } from '#domain/engagements/engagement-rule-set.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { barsOn } from '#domain/credit/bar.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { toMilestoned } from './engagement-milestones.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'
import { toDispute } from './to-dispute.ts'
import { toSide } from './to-contract-version.ts'

/** An engagement as the rules of its steps and of its end read it, at this instant. */
export async function loadEngagementRecord(tx: Tx, row: EngagementWithRecord, now: Date): Promise<EngagementRecord> {
  const today = shanghaiDayOf(now)
  const rules = unwrap(engagementRulesOn(today))
  const item = await itemInForce(tx, row.serviceItemCode, today)
  const bars = (row.intermediary.subject.standing?.bars ?? []) as unknown as readonly Bar[]
  return {
    state: row.state,
    today,
    hasContract: contractInForce(row.contracts) !== null,
    contractDueOn: contractDueOnOf(row, rules),
    lateWorkingDays: lateBy(row, today, await loadCalendar(tx)),
    lateViolationWorkingDays: rules.parameters.lateViolationWorkingDays.value,
    isFirmListed: barsOn(bars, 'PROVIDE_SERVICES', today).some(({ isHold }) => !isHold),
    isItemCancelled: item?.status === 'CANCELLED',
    proposedBySide: row.state !== 'TERMINATED' && row.terminationCause === 'MUTUAL' ? toSide(row.terminationSide ?? '') : null,
    isAccepted: acceptedDeliverable(row.deliverables) !== null,
    contracts: row.contracts.map(({ state, proposedBySide }) => ({ state, proposedBySide: toSide(proposedBySide) })),
    milestones: toMilestoned(row).milestones,
    deliverables: row.deliverables,
    disputes: row.disputes.map(toDispute),
  }
}

/** The last day for the contract: of the award, or thirty days after a direct choice. */
export const contractDueOnOf = (
  { selection, chosenAt }: Pick<EngagementWithRecord, 'selection' | 'chosenAt'>,
  { parameters }: EngagementRuleSet,
): CalendarDay => fromDbDayOrNull(selection?.contractDueOn ?? null) ?? addDays(shanghaiDayOf(chosenAt), parameters.contractDays.value)

/** How late the result is today, as long as there is none; a day that the loaded calendar doesn't reach is late by nothing yet. */
function lateBy(row: EngagementWithRecord, today: CalendarDay, calendar: WorkingCalendar): number {
  if (row.state !== 'ACTIVE') return row.lateWorkingDays ?? 0
  const due = { deliverDueOn: fromDbDay(row.deliverDueOn), submittedOn: today, returned: returnedVersions(row.deliverables) }
  const late = latenessOf(due, calendar)
  return late.ok ? late.value : 0
}
