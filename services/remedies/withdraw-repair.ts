import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { decideRepairStep, lockRepair, saveRepairStep } from './lock-repair.ts'
import { remedyStepInput } from './remedy-step-input.ts'

/** The party takes its application for repair back before the answer. Answers with the repair's id. */
export async function withdrawRepair(context: UseCaseContext, input: z.input<typeof remedyStepInput>): Promise<string> {
  const parsed = parseInput(remedyStepInput, input)
  const command = { operation: 'withdrawRepair', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockRepair(unit, 'repair.apply', parsed)
    demand(context, 'repair.apply', locked.facts)
    await decideRepairStep(unit, locked, { type: 'WITHDRAW_REPAIR' }, 'REPAIR_WITHDRAWN')
    const data = { state: 'WITHDRAWN', decidedAt: unit.now } as const
    const id = await saveRepairStep(unit, locked, data, { action: 'remedies.withdrawRepair', kind: 'REPAIR_WITHDRAWN' })
    await unit.outbox('remedies.repairWithdrawn', 'CreditRepair', id)
    return id
  })
}
