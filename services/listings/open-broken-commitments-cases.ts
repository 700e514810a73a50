import type { ViolationContext } from '#domain/listings/decide-violation.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { nextNumbers } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordSteps } from '../procedures/record-step.ts'
import { decideIn } from './decide-step.ts'
import { violationContext } from './lock-case.ts'

export interface BrokenCommitments {
  readonly subjectId: string
  /** All breaches that stand, the trigger among them. */
  readonly breachIds: readonly string[]
  /** The breach that brought it about: the third miss, or the untrue commitment. */
  readonly trigger: string
}

/**
 * Opens listing cases 失信名单, in the transaction that recorded the triggering breaches (rulebook R1.5, R5). The system reports; officers
 * investigate and decide. The caller holds the applicants and knows that these triggers have no case yet; the database has one a trigger.
 */
export async function openBrokenCommitmentsCases(unit: UnitOfWork, broken: readonly BrokenCommitments[]): Promise<void> {
  if (broken.length === 0) return
  const { tx, now } = unit
  const breaches = await loadBreaches(tx, broken)
  const context = await violationContext(unit)
  const numbers = await nextNumbers(unit, 'VIOLATION_CASE', broken.length)
  const opened = await tx.violationCase.createManyAndReturn({
    data: numbers.flatMap((number, index) => {
      const one = broken[index]
      return one ? { number, reportedAt: now, ...reportOf(one, breaches, context) } : []
    }),
    select: { id: true, number: true, subjectId: true, breachIds: true, triggerBreachId: true },
  })
  await unit.auditAll(
    opened.map(({ id, triggerBreachId: trigger, ...after }) => ({
      ...{ action: 'listings.openBrokenCommitmentsCase', entity: 'ViolationCase', entityId: id },
      after: { ...after, trigger },
    })),
  )
  const ids = opened.map(({ id }) => id)
  await recordSteps(
    unit,
    ids.map((entityId) => ({ procedure: 'VIOLATION_CASE', entityId, kind: 'OPENED_BY_SYSTEM', audience: 'PARTIES' })),
  )
  await unit.outboxAll('listings.reported', 'ViolationCase', ids)
}

type Breach = Awaited<ReturnType<typeof loadBreaches>>[number]

/** The case as it is reported; what it is about is what the procedure makes of it. */
function reportOf({ subjectId, breachIds, trigger }: BrokenCommitments, breaches: readonly Breach[], context: ViolationContext) {
  const own = breaches.filter(({ id }) => breachIds.includes(id))
  const occurredOn = own.find(({ id }) => id === trigger)?.breachedOn
  if (!occurredOn) throw new Error(`no breach ${trigger} to open a case for`)
  const facts = own.map(factOf).join('\n')
  const command = { type: 'OPEN_BROKEN_COMMITMENTS', reporterId: null, breachIds, facts } as const
  const { kind, severity, ruleSetVersion } = decideIn(context, null, command, 'CASE_REPORTED')
  const state = 'REPORTED' as const
  return { kind, subjectId, severity, state, facts, occurredOn, ruleSetVersion, triggerBreachId: trigger, breachIds: [...breachIds] }
}

const loadBreaches = (tx: Tx, broken: readonly BrokenCommitments[]) =>
  tx.commitmentBreach.findMany({
    where: { id: { in: broken.flatMap(({ breachIds }) => breachIds) } },
    select: { id: true, kind: true, breachedOn: true, commitment: { select: { number: true, case: { select: { number: true } } } } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })

const kinds = { MISSED: '逾期未履行', UNTRUE: '承诺不实' } as const

/** A line of the facts as the case states them, in the language of the documents. */
const factOf = ({ kind, breachedOn, commitment }: Breach): string =>
  `承诺 ${commitment.number}（办件 ${commitment.case.number}）：${fromDbDay(breachedOn)} ${kinds[kind]}`
