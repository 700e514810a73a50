import { z } from 'zod'
import { checkLotteryNumbers, isSameEntry } from '#domain/selection/lottery.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { readDrawSituation, rungInUse } from './draw-state.ts'
import { lockSelection } from './lock-selection.ts'
import { advanceHeldDraw } from './run-draw.ts'
import { recordEvent } from './record-event.ts'
import { selectionFacts } from './visible-selections.ts'

export const enterLotteryNumbersInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  /** The lottery's own number of the drawing 期号 */
  issue: z
    .string()
    .trim()
    .regex(/^\d{7}$/, 'ISSUE_INVALID'),
  red: z.array(z.int()).length(6),
  blue: z.int(),
})

/**
 * Takes the numbers of the announced public drawing from one person; the second, who doesn't see them, confirms them by entering the same.
 * Different entries are both void and asked again. With the second like entry the draw is made.
 * @returns the selection's id
 * @throws RefusedError LOTTERY_NOT_ASKED, ENTERED_ALREADY, LOTTERY_RED_INVALID, LOTTERY_BLUE_INVALID · ForbiddenError · NotFoundError
 */
export async function enterLotteryNumbers(context: UseCaseContext, input: z.input<typeof enterLotteryNumbersInput>): Promise<string> {
  const parsed = parseInput(enterLotteryNumbersInput, input)
  const { issue } = parsed
  const numbers = unwrap(checkLotteryNumbers(parsed))
  const command = { operation: 'enterLotteryNumbers', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockSelection(unit, { number: parsed.number })
    demand(context, 'draw.enterLottery', selectionFacts(row))
    const situation = row.state === 'OPENED' || row.state === 'CLOSED' ? await readDrawSituation(unit, row) : null
    const open = situation && rungInUse(situation)
    if (!situation || open?.rung.kind !== 'LOTTERY' || unit.now < open.window.opensAt || unit.now >= open.window.deadlineAt)
      throw new RefusedError({ code: 'LOTTERY_NOT_ASKED' })
    const hasAgreed = await enter(unit, row.id, situation.draw.id, { issue, numbers: [...numbers] })
    if (hasAgreed) await advanceHeldDraw(unit, row, null)
    return row.id
  })
}

interface Entry {
  readonly issue: string
  readonly numbers: number[]
}

/** Whether the entry agrees with the other person's. */
async function enter(unit: UnitOfWork, selectionId: string, drawId: string, { issue, numbers }: Entry): Promise<boolean> {
  const { tx, now, viewer } = unit
  if (viewer.userId === null) throw new NotFoundError('User')
  const others = await tx.lotteryEntry.findMany({ where: { drawId, isVoid: false } })
  if (others.some(({ enteredById }) => enteredById === viewer.userId)) throw new RefusedError({ code: 'ENTERED_ALREADY' })
  await tx.lotteryEntry.create({ data: { drawId, enteredById: viewer.userId, enteredAt: now, numbers, source: issue } })
  await unit.audit({ action: 'selections.enterLottery', entity: 'Selection', entityId: selectionId, after: { entries: others.length + 1 } })
  const [first] = others
  if (!first) return false
  if (isSameEntry({ issue: first.source, numbers: first.numbers }, { issue, numbers })) {
    await recordEvent(unit, selectionId, 'LOTTERY_NUMBERS_ENTERED', { issue, numbers })
    return true
  }
  await tx.lotteryEntry.updateMany({ where: { drawId, isVoid: false }, data: { isVoid: true } })
  await recordEvent(unit, selectionId, 'LOTTERY_NUMBERS_DIFFER', {})
  return false
}
