import { judgeDue } from '#domain/commitments/judge-due.ts'
import type { DueJudgement } from '#domain/commitments/judge-due.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import { missReason } from './breach-reason.ts'
import { excusedMaterials } from './excused-materials.ts'
import { moveDueDays } from './move-due-days.ts'
import { writeNextDueDays } from './next-due.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'
import { recordBreaches } from './record-breaches.ts'

/** Where one walk through the due days stands: after this promise, and with whose claim under way. */
export interface SweepPass {
  after: SweepPlace | null
  claiming: Promise<unknown>
}

interface SweepPlace {
  readonly nextDueOn: Date
  readonly number: string
  readonly id: string
}

export interface SweptBatch {
  readonly missed: number
  /** Judged, whatever came of it: these are no candidates any more. */
  readonly settled: number
  /** One entry a promise that could not be judged. */
  readonly unjudgedYears: readonly number[]
}

// What the rules read, of some hundred promises at once: the letters alone would be half a megabyte.
const dueFacts = {
  ...{ id: true, caseId: true, subjectId: true, mode: true, state: true, supplementDueOn: true, ruleSetVersion: true },
  items: { omit: { commitmentId: true, nameEn: true, receivedById: true } },
} as const satisfies Prisma.CommitmentSelect
type DueCommitment = Prisma.CommitmentGetPayload<{ select: typeof dueFacts }>

/**
 * Judges the next promises whose day has ended, in one transaction: their rows are ours until commit, what another holds is passed by. Null
 * when none is left.
 */
export async function sweepBatch(unit: UnitOfWork, pass: SweepPass, size: number): Promise<SweptBatch | null> {
  const { tx } = unit
  const places = await claimInTurn(unit, pass, size)
  if (places.length === 0) return null
  const commitments = await tx.commitment.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    select: dueFacts,
    // What fell due first is missed first, and of one day what was promised first.
    orderBy: [{ nextDueOn: 'asc' }, { number: 'asc' }],
  })
  const judged = await judgeAll(unit, commitments, await loadCalendar(tx))
  const broken = judged.done.flatMap(({ commitment, judgement }) =>
    judgement.kind === 'MISSED'
      ? [{ commitment, kind: 'MISSED' as const, breachedOn: judgement.dueOn, reason: missReason(commitment.items, judgement) }]
      : [],
  )
  const recorded = await recordBreaches(unit, broken)
  const moved = judged.done.flatMap(({ commitment, judgement }) =>
    judgement.kind === 'MOVED' ? [{ ...judgement, commitmentId: commitment.id }] : [],
  )
  await moveDueDays(unit, moved)
  const notDue = judged.done.flatMap(({ commitment, judgement }) =>
    judgement.kind === 'NOT_DUE' ? [{ id: commitment.id, nextDueOn: judgement.nextDueOn }] : [],
  )
  await writeNextDueDays(tx, notDue, { isStep: false })
  for (const year of new Set(judged.unjudgedYears)) await alertCalendar(unit, year)
  return { missed: recorded.length, settled: judged.done.length, unjudgedYears: judged.unjudgedYears }
}

/** Once a year of the calendar, however many promises wait for it. */
const alertCalendar = (unit: UnitOfWork, year: number): Promise<string> =>
  raiseAlert(unit, { kind: 'CALENDAR_NOT_LOADED', level: 'RED', sourceType: 'CommitmentSweep', sourceId: String(year), facts: { year } })

/** Two lanes that claim at once would share out the promises of one applicant by chance, and with them which miss is the third. */
function claimInTurn(unit: UnitOfWork, pass: SweepPass, size: number): Promise<readonly SweepPlace[]> {
  const claim = pass.claiming.then(() => claimDue(unit, pass, size))
  pass.claiming = claim.catch(() => undefined)
  return claim
}

/** The due day in the column makes a candidate; the rule then looks at every material. Handling promises no supply. */
async function claimDue({ tx, now }: UnitOfWork, pass: SweepPass, size: number): Promise<readonly SweepPlace[]> {
  const today = toDbDay(shanghaiDayOf(now))
  const { nextDueOn, number } = pass.after ?? { nextDueOn: toDbDay('0001-01-01'), number: '' }
  const places = await tx.$queryRaw<SweepPlace[]>`
    SELECT "nextDueOn", "number", "id" FROM "Commitment"
    WHERE "nextDueOn" < ${today}::date AND ("nextDueOn", "number") > (${nextDueOn}::date, ${number})
      AND "state" = 'PENDING' AND "mode" = 'TOLERANT_ACCEPTANCE'
    ORDER BY "nextDueOn", "number" LIMIT ${size} FOR NO KEY UPDATE SKIP LOCKED`
  pass.after = places.at(-1) ?? pass.after
  return places
}

async function judgeAll({ tx, now }: UnitOfWork, commitments: readonly DueCommitment[], calendar: WorkingCalendar) {
  const excused = await excusedMaterials(tx, commitments, shanghaiDayOf(now))
  const done: { readonly commitment: DueCommitment; readonly judgement: DueJudgement }[] = []
  const unjudgedYears: number[] = []
  for (const commitment of commitments) {
    const promise = { mode: commitment.mode, state: commitment.state, ...promisedSupplementOf(commitment) }
    const judgement = judgeDue(promise, rulesOfCommitment(commitment), calendar, now, excused.get(commitment.id))
    if (judgement.ok) done.push({ commitment, judgement: judgement.value })
    else unjudgedYears.push(judgement.refusal.year)
  }
  return { done, unjudgedYears }
}
