import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** An engagement as it comes out of a choice or an award. */
export interface NewEngagement {
  readonly mode: SelectionMode
  readonly applicantId: string
  /** Who chose, or announced the selection. */
  readonly chosenById: string
  readonly intermediaryId: string
  readonly offeringId: string
  readonly serviceItemCode: string
  readonly divisionCode: string
  readonly projectName: string
  readonly feeFen: number
  readonly size: number | null
  readonly promisedWorkingDays: number
  readonly deliverDueOn: CalendarDay
  readonly chosenAt: Date
  /** What the applicant saw and confirmed, or what was frozen and evaluated. */
  readonly snapshot: unknown
}

/**
 * Makes the engagement 委托 of a direct choice or of an award, and tells the intermediary.
 * @param audited facts for the audit line besides
 * @returns the engagement's id
 */
export async function createEngagement(
  unit: UnitOfWork,
  made: NewEngagement,
  { action, ...audited }: { readonly action: string } & Readonly<Record<string, unknown>>,
): Promise<string> {
  const { deliverDueOn, snapshot, ...columns } = made
  const number = await nextNumber(unit, 'ENGAGEMENT')
  const data = { ...columns, number, deliverDueOn: toDbDay(deliverDueOn), snapshot: asJson(snapshot) ?? {} }
  const { id } = await unit.tx.engagement.create({ data })
  const { serviceItemCode, divisionCode, projectName, feeFen, size, promisedWorkingDays } = made
  const after = { number, ...audited, serviceItemCode, divisionCode, projectName, feeFen, size, promisedWorkingDays, deliverDueOn }
  await unit.audit({ action, entity: 'Engagement', entityId: id, after })
  await unit.outbox('engagements.chosen', 'Engagement', id)
  return id
}
