import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { lockApplicants } from '../commitments/settle-triggers.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { concludeIntake } from './conclude-intake.ts'
import { deemedAcceptedOn } from './deemed-acceptance.ts'
import { modesOf } from './modes-of.ts'
import { readLockedCase } from './read-locked-case.ts'

/** Cases of one sweep; the next takes the rest. */
const BATCH = 200

/** What a sweep did, and the cases it had to leave: their calendar isn't loaded, or no rules are in force. */
export interface DeemedSweep {
  readonly deemed: number
  readonly stopped: readonly { readonly number: string; readonly code: string }[]
}

/**
 * Accepts every application whose last day for the correction notice has ended without one, as of the day it was filed (行政许可法
 * art. 32(4)): each once, in a transaction of its own, whatever the number of workers. Nobody can be asked for a correction any more, and the
 * applicant gets the acceptance in writing. What can't be counted is left, loudly; the others go on.
 */
export async function deemAccepted(context: UseCaseContext): Promise<DeemedSweep> {
  demand(context, 'case.deem')
  const { prisma, clock } = context
  const due = await prisma.approvalCase.findMany({
    where: { state: 'FILED', correctionDueOn: { lt: toDbDay(shanghaiDayOf(clock.now())) } },
    select: { number: true },
    orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
    take: BATCH,
  })
  let deemed = 0
  const stopped: { number: string; code: string }[] = []
  for (const { number } of due) {
    try {
      if (await runInTransaction(context, (unit) => deemOne(unit, number))) deemed += 1
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      stopped.push({ number, code: error.code })
    }
  }
  return { deemed, stopped }
}

/** False where another worker or an officer was first. */
async function deemOne(given: UnitOfWork, number: string): Promise<boolean> {
  const { tx } = given
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ApprovalCase" WHERE "number" = ${number} AND "state" = 'FILED' FOR NO KEY UPDATE SKIP LOCKED`
  const locked = held.length > 0 ? await readLockedCase(tx, number) : null
  if (!locked) return false
  const unit = await lockApplicants(given, [locked.applicantId])
  const calendar = await loadCalendar(tx)
  const deemedOn = deemedAcceptedOn(locked, calendar, unit.now)
  if (deemedOn === null) return false
  const { approvalItem: item, materials, applicantId: subjectId, officerId } = locked
  const modes = await modesOf(tx, { item, materials, subjectId }, unit.now)
  const decision = { mode: 'NORMAL', isAllowed: true, reasons: [], requires: [], materials: [] } as const
  await concludeIntake(unit, locked, { mode: 'NORMAL', decision, modes, deemedOn, calendar, officerId, promised: null })
  return true
}
