import { randomUUID } from 'node:crypto'
import { caseStateOnMiss, caseTransitions } from '#domain/acceptance/case-state.ts'
import type { CaseState } from '#domain/acceptance/case-state.ts'
import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { Commitment } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordSteps } from '../procedures/record-step.ts'
import { rulesOfCommitment } from './promised-supplement.ts'
import { lockApplicants, settleTriggersOfMany } from './settle-triggers.ts'

/** A broken promise to record. The commitment's row is the caller's until commit. */
export interface BrokenPromise {
  readonly commitment: Pick<Commitment, 'id' | 'caseId' | 'subjectId' | 'state' | 'ruleSetVersion'>
  readonly kind: 'MISSED' | 'UNTRUE'
  /** The due day that passed, or the day the untruth was found. */
  readonly breachedOn: CalendarDay
  /** In the language of the documents. */
  readonly reason: string
}

type Recorded = BrokenPromise & { readonly breachId: string; readonly caseState: CaseState | undefined }

/**
 * Records broken promises, each once and in this order, with what follows from them in the same transaction: the commitment's state, the
 * case's consequence (R1 `onMiss`), the applicant's triggers and standing. As many statements for a thousand as for one. Answers with the
 * ids of the breaches that are new.
 */
export async function recordBreaches(given: UnitOfWork, broken: readonly BrokenPromise[]): Promise<readonly string[]> {
  if (broken.length === 0) return []
  const subjectIds = [...new Set(broken.map(({ commitment }) => commitment.subjectId))].sort()
  const caseStates = await lockCases(given, broken)
  const unit = await lockApplicants(given, subjectIds)
  const fresh = await insertOnce(unit, broken)
  await breakCommitments(unit, fresh)
  const recorded = await breakCases(unit, fresh, caseStates)
  await writeRecord(unit, recorded)
  await settleTriggersOfMany(unit, subjectIds)
  return recorded.map(({ breachId }) => breachId)
}

async function lockCases({ tx }: UnitOfWork, broken: readonly BrokenPromise[]): Promise<Map<string, CaseState>> {
  const ids = broken.map(({ commitment }) => commitment.caseId)
  const rows = await tx.$queryRaw<{ id: string; state: CaseState }[]>`
    SELECT "id", "state"::text AS "state" FROM "ApprovalCase" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** The standing-breach key in the database makes each once, whoever comes second; what is left is new. */
async function insertOnce({ tx, now }: UnitOfWork, broken: readonly BrokenPromise[]): Promise<(BrokenPromise & { breachId: string })[]> {
  // All are of one instant: their ids keep them in the order given, and with it which of them is the third.
  const ascending = broken.map(() => randomUUID()).sort()
  const rows = broken.map(({ commitment, kind, breachedOn, reason }, index) => ({
    ...{ id: ascending[index], commitmentId: commitment.id, subjectId: commitment.subjectId },
    ...{ kind, breachedOn, reason },
  }))
  const made = await tx.$queryRaw<{ id: string; commitmentId: string; kind: BrokenPromise['kind'] }[]>`
    INSERT INTO "CommitmentBreach" ("recordedAt", "id", "commitmentId", "subjectId", "kind", "breachedOn", "reason")
    SELECT ${now}, breach.*
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS breach("id" uuid, "commitmentId" uuid, "subjectId" uuid, "kind" "BreachKind", "breachedOn" date, "reason" text)
    ON CONFLICT DO NOTHING RETURNING "id", "commitmentId", "kind"::text`
  const ids = new Map(made.map(({ id, commitmentId, kind }) => [`${kind} ${commitmentId}`, id]))
  return broken.flatMap((promise) => {
    const breachId = ids.get(`${promise.kind} ${promise.commitment.id}`)
    return breachId === undefined ? [] : [{ ...promise, breachId }]
  })
}

/** A commitment past the step keeps its state; nothing of a broken one falls due any more. */
async function breakCommitments({ tx, now }: UnitOfWork, fresh: readonly BrokenPromise[]): Promise<void> {
  const changed = fresh.filter(({ commitment, kind }) => commitmentTransitions[commitment.state].includes(kind))
  await tx.$executeRaw`
    UPDATE "Commitment" AS c
    SET "state" = w."kind", "closedAt" = ${now}, "nextDueOn" = NULL, "version" = c."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(changed.map(({ commitment: { id }, kind }) => ({ id, kind })))}::jsonb)
      AS w("id" uuid, "kind" "CommitmentState") WHERE c."id" = w."id"`
}

/** What the breaches do to their cases; one that is past the step keeps its state, and of two breaches in one case the first tells. */
async function breakCases(
  { tx, now }: UnitOfWork,
  fresh: readonly (BrokenPromise & { readonly breachId: string })[],
  states: Map<string, CaseState>,
): Promise<readonly Recorded[]> {
  const changed: { id: string; state: CaseState; reason: string }[] = []
  const recorded = fresh.map((promise) => {
    const { commitment, kind, reason } = promise
    const from = states.get(commitment.caseId)
    const onMiss = rulesOfCommitment(commitment).parameters.onMiss.value
    const to = kind === 'MISSED' ? caseStateOnMiss[onMiss] : from === 'DECIDED' ? 'REVOKED' : 'REFUSED'
    if (!from || !caseTransitions[from].includes(to)) return { ...promise, caseState: from }
    states.set(commitment.caseId, to)
    changed.push({ id: commitment.caseId, state: to, reason })
    return { ...promise, caseState: to }
  })
  await tx.$executeRaw`
    UPDATE "ApprovalCase" AS c
    SET "state" = w."state", "closedAt" = ${now}, "closeReason" = w."reason", "version" = c."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS w("id" uuid, "state" "ApprovalCaseState", "reason" text) WHERE c."id" = w."id"`
  return recorded
}

async function writeRecord(unit: UnitOfWork, recorded: readonly Recorded[]): Promise<void> {
  await unit.auditAll(
    recorded.map(({ breachId, commitment, kind, breachedOn, reason, caseState }) => {
      const { missesToList, isUntrueListed } = rulesOfCommitment(commitment).parameters
      return {
        action: 'commitments.recordBreach',
        entity: 'CommitmentBreach',
        entityId: breachId,
        before: { commitmentState: commitment.state },
        after: { commitmentId: commitment.id, kind, breachedOn, reason, caseState },
        basis: citeBasis((kind === 'MISSED' ? missesToList : isUntrueListed).basis),
      }
    }),
  )
  await recordSteps(
    unit,
    recorded.map(({ commitment, kind, breachedOn }) => ({
      procedure: 'COMMITMENT',
      entityId: commitment.id,
      kind: kind === 'MISSED' ? 'MISS_RECORDED' : 'UNTRUTH_RECORDED',
      audience: 'PARTIES',
      facts: { breachedOn },
    })),
  )
  const breachIds = recorded.map(({ breachId }) => breachId)
  await unit.outboxAll('commitments.breachRecorded', 'CommitmentBreach', breachIds)
}
