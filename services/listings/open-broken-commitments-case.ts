import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { decideStep } from './decide-step.ts'
import { recordCaseStep } from './record-case-step.ts'

export interface BrokenCommitments {
  readonly subjectId: string
  /** All breaches that stand, the trigger among them. */
  readonly breachIds: readonly string[]
  /** The breach that brought it about: the third miss, or the untrue commitment. */
  readonly trigger: string
}

/**
 * Opens the listing case 失信名单 against an applicant, in the transaction that recorded the triggering breach (rulebook R1.5,
 * R5). The system reports; officers investigate and decide. One case a trigger: called again it answers with the same id.
 */
export async function openBrokenCommitmentsCase(unit: UnitOfWork, { subjectId, breachIds, trigger }: BrokenCommitments): Promise<string> {
  const { tx, now } = unit
  const existing = await tx.violationCase.findUnique({ where: { triggerBreachId: trigger } })
  if (existing) return existing.id
  const facts = await factsOf(tx, breachIds)
  const event = await decideStep(unit, null, { type: 'OPEN_BROKEN_COMMITMENTS', reporterId: null, breachIds, facts }, 'CASE_REPORTED')
  const { breachedOn } = await tx.commitmentBreach.findUniqueOrThrow({ where: { id: trigger } })
  const { id, number } = await tx.violationCase.create({
    data: {
      number: await nextNumber(unit, 'VIOLATION_CASE'),
      kind: event.kind,
      subjectId,
      severity: event.severity,
      state: 'REPORTED',
      occurredOn: breachedOn,
      facts,
      reportedAt: now,
      ruleSetVersion: event.ruleSetVersion,
      triggerBreachId: trigger,
      breachIds: [...breachIds],
    },
  })
  await unit.audit({
    action: 'listings.openBrokenCommitmentsCase',
    entity: 'ViolationCase',
    entityId: id,
    after: { number, subjectId, breachIds, trigger },
  })
  await recordCaseStep(unit, id, 'OPENED_BY_SYSTEM')
  await unit.outbox('listings.reported', 'ViolationCase', id)
  return id
}

/** The facts as the case states them, in the language of the documents: one line a breach. */
async function factsOf(tx: Tx, breachIds: readonly string[]): Promise<string> {
  const breaches = await tx.commitmentBreach.findMany({
    where: { id: { in: [...breachIds] } },
    include: { commitment: { include: { case: true } } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  const kinds = { MISSED: '逾期未履行', UNTRUE: '承诺不实' } as const
  return breaches
    .map(
      ({ kind, breachedOn, commitment }) =>
        `承诺 ${commitment.number}（办件 ${commitment.case.number}）：${fromDbDay(breachedOn)} ${kinds[kind]}`,
    )
    .join('\n')
}
