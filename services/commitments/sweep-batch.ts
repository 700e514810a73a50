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
import { moveDueDay } from './move-due-day.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'
import { recordBreaches } from './record-breaches.ts'

/** Where a pass stands in the order of due days. */
export interface SweepPlace {
  readonly nextDueOn: Date
  readonly id: string
}

export interface SweptBatch {
  readonly missed: number
  /** Judged, whatever came of it: these are no candidates any more. */
  readonly settled: number
  /** One entry a promise that could not be judged. */
  readonly unjudgedYears: readonly number[]
  readonly last: SweepPlace | null
}

// The letters are long, and nobody reads them here.
const dueFacts = { omit: { letter: true }, include: { items: true } } as const
type DueCommitment = Prisma.CommitmentGetPayload<typeof dueFacts>

/** Judges the next promises whose day has ended, in one transaction: their rows are ours until commit, what another holds is passed by. */
export async function sweepBatch(unit: UnitOfWork, after: SweepPlace | null, size: number): Promise<SweptBatch> {
  const { tx } = unit
  const places = await claimDue(unit, after, size)
  const last = places.at(-1) ?? null
  if (last === null) return { missed: 0, settled: 0, unjudgedYears: [], last }
  const commitments = await tx.commitment.findMany({ where: { id: { in: places.map(({ id }) => id) } }, ...dueFacts })
  const judged = await judgeAll(unit, commitments, await loadCalendar(tx))
  const broken = judged.done.flatMap(({ commitment, judgement }) =>
    judgement.kind === 'MISSED'
      ? [{ commitment, kind: 'MISSED' as const, breachedOn: judgement.dueOn, reason: missReason(commitment.items, judgement) }]
      : [],
  )
  const recorded = await recordBreaches(unit, broken)
  for (const { commitment, judgement } of judged.done) {
    if (judgement.kind === 'MOVED') await moveDueDay(unit, commitment, judgement)
    if (judgement.kind === 'NOT_DUE') {
      const nextDueOn = judgement.nextDueOn === null ? null : toDbDay(judgement.nextDueOn)
      await tx.commitment.update({ where: { id: commitment.id }, data: { nextDueOn } })
    }
  }
  for (const year of new Set(judged.unjudgedYears)) await alertCalendar(unit, year)
  return { missed: recorded.length, settled: judged.done.length, unjudgedYears: judged.unjudgedYears, last }
}

/** Once a year of the calendar, however many promises wait for it. */
const alertCalendar = (unit: UnitOfWork, year: number): Promise<string> =>
  raiseAlert(unit, { kind: 'CALENDAR_NOT_LOADED', level: 'RED', sourceType: 'CommitmentSweep', sourceId: String(year), facts: { year } })

/** The due day in the column makes a candidate; the rule then looks at every material. Handling promises no supply. */
function claimDue({ tx, now }: UnitOfWork, after: SweepPlace | null, size: number): Promise<SweepPlace[]> {
  const today = toDbDay(shanghaiDayOf(now))
  const { nextDueOn, id } = after ?? { nextDueOn: toDbDay('0001-01-01'), id: '00000000-0000-0000-0000-000000000000' }
  return tx.$queryRaw<SweepPlace[]>`
    SELECT "nextDueOn", "id" FROM "Commitment"
    WHERE "nextDueOn" < ${today}::date AND ("nextDueOn", "id") > (${nextDueOn}::date, ${id}::uuid)
      AND "state" = 'PENDING' AND "mode" = 'TOLERANT_ACCEPTANCE'
    ORDER BY "nextDueOn", "id" LIMIT ${size} FOR NO KEY UPDATE SKIP LOCKED`
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
