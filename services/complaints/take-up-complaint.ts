import { z } from 'zod'
import { fromDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { complaintStepInput, lockComplaint, moveComplaint, saveComplaint } from './lock-complaint.ts'
import { recogniseAbout } from './recognise-about.ts'

export const takeUpComplaintInput = complaintStepInput.extend({
  /** Of the institution it is about, where the complainant gave words only. */
  uscc: z.string().trim().max(40).nullish(),
})

/**
 * Takes a complaint up 受理, or over from a colleague who has it; says, where the complainant couldn't, which institution it is about.
 * From then on who took it up answers for it, and alone can open the sealed part.
 * @returns the complaint's id
 * @throws RefusedError STEP_FORBIDDEN, HANDLED_BY_YOU · ValidationError INTERMEDIARY_UNKNOWN · ForbiddenError for the own complaint
 */
export async function takeUpComplaint(context: UseCaseContext, input: z.input<typeof takeUpComplaintInput>): Promise<string> {
  const parsed = parseInput(takeUpComplaintInput, input)
  const command = { operation: 'takeUpComplaint', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockComplaint(unit, 'complaint.handle', parsed)
    const { userId } = unit.viewer
    const isTakenOver = row.state === 'HANDLING'
    if (isTakenOver && row.handlerId === userId && !parsed.uscc) throw new RefusedError({ code: 'HANDLED_BY_YOU' })
    const moved = isTakenOver
      ? { state: row.state, answerDueOn: fromDbDay(row.answerDueOn) }
      : moveComplaint(unit, row, { type: 'TAKE_UP' })
    const recognised = parsed.uscc ? await recogniseAbout(unit.tx, { uscc: parsed.uscc }) : { subjectId: row.subjectId }
    await saveComplaint(
      unit,
      row,
      moved,
      { handlerId: userId, subjectId: recognised.subjectId },
      {
        action: 'takeUp',
        kind: isTakenOver ? 'COMPLAINT_HANDED_OVER' : 'COMPLAINT_TAKEN_UP',
        audience: isTakenOver ? 'OFFICIALS' : 'PARTIES',
        after: { handlerId: userId, subjectId: recognised.subjectId },
      },
    )
    return row.id
  })
}
