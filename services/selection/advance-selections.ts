import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { isDrawn } from '#domain/selection/selection.ts'
import type { SelectionMode, SelectionState } from '#domain/selection/selection.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma, Selection } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { awardSelection } from './award-selection.ts'
import { closeSelection, closingDueOf } from './close-selection.ts'
import { lapseAward } from './fail-award.ts'
import { lockFreeSelection, lockSelection } from './lock-selection.ts'
import { openQuotes } from './open-quotes.ts'
import { openSignUp } from './open-sign-up.ts'
import { advanceDraw } from './run-draw.ts'

/** A round may hold thousands of bidders, each asked one by one. */
const CLOSING_TIMEOUT_MS = 300_000

/** What one sweep did: how many steps it tried, and what went wrong with which selection. */
export interface SweepReport {
  readonly tried: number
  readonly problems: readonly { readonly number: string; readonly error: unknown }[]
}

/**
 * Takes every selection as far as the clock allows (rulebook R3): opens sign-up, closes it, has quotes opened and draws made, awards after the
 * publicity, ends what was not contracted. Idempotent by what it finds: several sweepers share the work, what one holds the other skips,
 * and a step is decided again under the lock. One selection's problem keeps no other waiting.
 */
export async function advanceSelections(context: UseCaseContext): Promise<SweepReport> {
  demand(context, 'selection.advance')
  const due = await context.prisma.selection.findMany({
    where: { OR: dueAt(context.clock.now()) },
    select: { id: true, number: true, state: true, mode: true },
    orderBy: { id: 'asc' },
  })
  const problems: { readonly number: string; readonly error: unknown }[] = []
  for (const { id, number, state, mode } of due) {
    try {
      await advance(context, id, state, mode)
    } catch (error) {
      problems.push({ number, error })
    }
  }
  return { tried: due.length, problems }
}

/** Whatever may be due now; the step itself looks again. */
function dueAt(now: Date): Prisma.SelectionWhereInput[] {
  const today = toDbDay(shanghaiDayOf(now))
  return [
    { state: 'ANNOUNCED', signUpOpensAt: { lte: now } },
    { state: 'SIGN_UP', signUpClosesAt: { lte: now } },
    { state: { in: ['CLOSED', 'OPENED', 'DRAWN'] } },
    { state: 'PUBLICITY', publicityUntilOn: { lt: today } },
    { state: 'AWARDED', contractDueOn: { lt: today } },
  ]
}

async function advance(context: UseCaseContext, id: string, state: SelectionState, mode: SelectionMode): Promise<void> {
  if (state === 'CLOSED' && !isDrawn(mode)) await openQuotes(context, id)
  else if (state === 'CLOSED' || state === 'OPENED' || state === 'DRAWN') await advanceDraw(context, id)
  else await runInTransaction(context, (unit) => step(unit, id, state), CLOSING_TIMEOUT_MS)
}

/** One step of one selection by its own clock; nothing where another sweeper has it or has already taken it. */
async function step(unit: UnitOfWork, id: string, state: SelectionState): Promise<void> {
  // Closing waits for the sign-ups under way; whatever else is held is another sweeper's.
  const row = state === 'SIGN_UP' ? await lockSelection(unit, { id }) : await lockFreeSelection(unit, id)
  if (!row) return
  if (row.state === 'ANNOUNCED' && isPast(row.signUpOpensAt, unit.now)) await openSignUp(unit, row)
  else if (row.state === 'SIGN_UP' && isPast(closingDueOf(row), unit.now)) await closeSelection(unit, row)
  else if (row.state === 'PUBLICITY') await awardSelection(unit, row)
  else if (row.state === 'AWARDED') await lapseAward(unit, row)
}

const isPast = (at: Selection['signUpOpensAt'], now: Date): boolean => at !== null && at <= now
