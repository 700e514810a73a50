import type { z } from 'zod'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { decideAppealStep, lockAppeal, saveAppealStep } from './lock-appeal.ts'
import { remedyStepInput } from './remedy-step-input.ts'

/** The party takes its appeal back before the answer; within the window it may file another. Answers with the appeal's id. */
export async function withdrawAppeal(context: UseCaseContext, input: z.input<typeof remedyStepInput>): Promise<string> {
  const parsed = parseInput(remedyStepInput, input)
  const command = { operation: 'withdrawAppeal', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockAppeal(unit, 'appeal.file', parsed)
    demand(context, 'appeal.file', locked.facts)
    await decideAppealStep(unit, locked, { type: 'WITHDRAW_APPEAL' }, 'APPEAL_WITHDRAWN')
    const data = { state: 'WITHDRAWN', decidedAt: unit.now } as const
    const id = await saveAppealStep(unit, locked, data, { action: 'remedies.withdrawAppeal', kind: 'APPEAL_WITHDRAWN' })
    await refreshStanding(unit, locked.row.subjectId)
    await unit.outbox('remedies.appealWithdrawn', 'Appeal', id)
    return id
  })
}
