import type { CreditRuleSet } from '#domain/credit/credit-rule-set.ts'
import { isListedOn, membershipsOf } from '#domain/credit/list-membership.ts'
import { meanOn } from '#domain/credit/platform-mean.ts'
import { readCreditRuleSet } from '#domain/credit/read-credit-rule-set.ts'
import { scoreSubject } from '#domain/credit/score.ts'
import { compareScores, isMoved } from '#domain/credit/simulated-move.ts'
import { addToSummary, emptySummary } from '#domain/credit/simulation-summary.ts'
import type { SimulationSummary } from '#domain/credit/simulation-summary.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { asJson, runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import type { CreditFacts } from './load-credit-facts.ts'
import { loadCreditFactsOfMany } from './load-credit-facts.ts'
import { publishedMeans } from './load-platform-means.ts'
import { creditRuleSetsOf } from './load-rule-sets.ts'

const BATCH = 500

/** What is counted so far, and after whom to go on. */
type Progress = SimulationSummary & { readonly afterSubjectId?: string }

/**
 * Runs every simulation that was asked for: a batch of subjects a transaction, so that a run goes on where it stopped and holds nobody up. It
 * only reads facts; standings stay as they are.
 * @returns how many subjects were compared
 */
export async function runSimulations(context: UseCaseContext): Promise<number> {
  demand(context, 'rating.run')
  let compared = 0
  for (;;) {
    const step = await runInTransaction(context, simulateNextSubjects, 120_000)
    if (step === null) return compared
    compared += step
  }
}

async function simulateNextSubjects(unit: UnitOfWork): Promise<number | null> {
  const { tx, now } = unit
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "RatingSimulation" WHERE "state" IN ('PENDING', 'RUNNING') ORDER BY "requestedAt" LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!next) return null
  const run = await tx.ratingSimulation.findUniqueOrThrow({ where: { id: next.id }, include: { ruleSet: true } })
  // The draft was edited or given up meanwhile: nobody needs the answer any more, and half of it would be about other rules.
  if (run.ruleSet.rowVersion !== run.draftVersion || run.ruleSet.state !== 'DRAFT') {
    await tx.ratingSimulation.update({ where: { id: run.id }, data: { state: 'FAILED', finishedAt: now, lastError: 'DRAFT_CHANGED' } })
    return 0
  }
  const day = fromDbDay(run.asOf)
  const progress: Progress = (run.summary as unknown as Progress | null) ?? emptySummary
  const due = await nextSubjects(tx, progress.afterSubjectId)
  const inForce = unwrap(ruleSetOn(await creditRuleSetsOf(tx), day))
  const draft = readCreditRuleSet({ version: run.ruleSet.version, effectiveFrom: day, parameters: run.ruleSet.parameters })
  const facts = await loadCreditFactsOfMany(tx, due)
  const platformMeanReview = meanOn(await publishedMeans(tx), day)
  const compared = [...facts].map(([subjectId, own]) => ({
    subjectId,
    ...compareScores(scoreOf(own, platformMeanReview, inForce, day), scoreOf(own, platformMeanReview, draft, day)),
  }))
  const moved = compared.filter(isMoved).map((move) => ({ simulationId: run.id, ...move, reasons: asJson(move.reasons) ?? [] }))
  await tx.simulatedMove.createMany({ data: moved })
  const isDone = due.length < BATCH
  const summary: Progress = { ...addToSummary(progress, compared), ...(!isDone && { afterSubjectId: due.at(-1) ?? '' }) }
  await tx.ratingSimulation.update({
    where: { id: run.id },
    data: {
      state: isDone ? 'DONE' : 'RUNNING',
      summary: asJson(isDone ? addToSummary(progress, compared) : summary) ?? {},
      subjectsDone: summary.subjects,
      ...(run.subjectsTotal === null && { subjectsTotal: await tx.creditStanding.count() }),
      ...(isDone && { finishedAt: now }),
    },
  })
  return due.length
}

async function nextSubjects(tx: Tx, after: string | undefined): Promise<readonly string[]> {
  const rows = await tx.creditStanding.findMany({
    where: after === undefined ? {} : { subjectId: { gt: after } },
    orderBy: { subjectId: 'asc' },
    take: BATCH,
    select: { subjectId: true },
  })
  return rows.map(({ subjectId }) => subjectId)
}

function scoreOf(facts: CreditFacts, platformMeanReview: number | null, ruleSet: CreditRuleSet, day: CalendarDay) {
  const isBlacklisted = isListedOn(membershipsOf(facts.entries, day), 'BLACKLIST', day)
  return scoreSubject({ ...facts, isBlacklisted, platformMeanReview }, ruleSet, day)
}
