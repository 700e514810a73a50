import { caseStateOnMiss, caseTransitions } from '#domain/acceptance/case-state.ts'
import type { CaseState } from '#domain/acceptance/case-state.ts'
import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Commitment } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { rulesOfCommitment } from './promised-supplement.ts'
import { lockApplicants, settleTriggers } from './settle-triggers.ts'

/** A broken promise to record. The commitment's row is the caller's until commit. */
export interface BrokenPromise {
  readonly commitment: Pick<Commitment, 'id' | 'caseId' | 'subjectId' | 'state' | 'ruleSetVersion'>
  readonly kind: 'MISSED' | 'UNTRUE'
  /** The due day that passed, or the day the untruth was found. */
  readonly breachedOn: CalendarDay
  /** In the language of the documents. */
  readonly reason: string
}

/**
 * Records broken promises, each once, with what follows from them in the same transaction: the commitment's state, the case's
 * consequence (R1 `onMiss`), the applicant's triggers and standing. Answers with the ids of the breaches that are new.
 */
export async function recordBreaches(given: UnitOfWork, broken: readonly BrokenPromise[]): Promise<readonly string[]> {
  const subjectIds = [...new Set(broken.map(({ commitment }) => commitment.subjectId))].sort()
  const caseStates = await lockCases(given, broken)
  const unit = await lockApplicants(given, subjectIds)
  const recorded: string[] = []
  for (const promise of broken) {
    const breachId = await insertOnce(unit, promise)
    if (breachId === null) continue
    recorded.push(breachId)
    const { commitment, kind, breachedOn, reason } = promise
    const caseState = await breakCommitment(unit, promise, caseStates.get(commitment.caseId))
    const { parameters } = rulesOfCommitment(commitment)
    await unit.audit({
      action: 'commitments.recordBreach',
      entity: 'CommitmentBreach',
      entityId: breachId,
      before: { commitmentState: commitment.state },
      after: { commitmentId: commitment.id, kind, breachedOn, reason, caseState },
      basis: citeBasis((kind === 'MISSED' ? parameters.missesToList : parameters.isUntrueListed).basis),
    })
    await unit.outbox('commitments.breachRecorded', 'CommitmentBreach', breachId)
  }
  for (const subjectId of subjectIds) await settleTriggers(unit, subjectId)
  return recorded
}

async function lockCases({ tx }: UnitOfWork, broken: readonly BrokenPromise[]): Promise<Map<string, CaseState>> {
  const ids = broken.map(({ commitment }) => commitment.caseId)
  const rows = await tx.$queryRaw<{ id: string; state: CaseState }[]>`
    SELECT "id", "state"::text AS "state" FROM "ApprovalCase" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** The standing-breach key in the database makes it once, whoever comes second; null for the second. */
async function insertOnce({ tx, now }: UnitOfWork, { commitment, kind, breachedOn, reason }: BrokenPromise): Promise<string | null> {
  const { id: commitmentId, subjectId } = commitment
  const [made] = await tx.commitmentBreach.createManyAndReturn({
    data: [{ commitmentId, subjectId, kind, breachedOn: toDbDay(breachedOn), recordedAt: now, reason }],
    select: { id: true },
    skipDuplicates: true,
  })
  return made?.id ?? null
}

/** What the breach does to commitment and case; a case that is past the step keeps its state. */
async function breakCommitment(
  unit: UnitOfWork,
  { commitment, kind, reason }: BrokenPromise,
  from?: CaseState,
): Promise<CaseState | undefined> {
  const { tx, now } = unit
  if (commitmentTransitions[commitment.state].includes(kind)) {
    await tx.commitment.update({ where: { id: commitment.id }, data: { state: kind, closedAt: now, version: { increment: 1 } } })
  }
  const onMiss = rulesOfCommitment(commitment).parameters.onMiss.value
  const to = kind === 'MISSED' ? caseStateOnMiss[onMiss] : from === 'DECIDED' ? 'REVOKED' : 'REFUSED'
  if (!from || !caseTransitions[from].includes(to)) return from
  await tx.approvalCase.update({
    where: { id: commitment.caseId },
    data: { state: to, closedAt: now, closeReason: reason, version: { increment: 1 } },
  })
  return to
}
