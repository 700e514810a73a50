import { z } from 'zod'
import { withdrawChange } from '#domain/intermediaries/register-change.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockRegisterChange } from './lock-register-change.ts'

export const withdrawRegisterChangeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/**
 * The institution takes its request back while nothing is decided. A withdrawn exit leaves the firm listed as before.
 * @returns the change's id · @throws RefusedError STEP_FORBIDDEN · NotFoundError · ConcurrentChangeError · ForbiddenError
 */
export async function withdrawRegisterChange(context: UseCaseContext, input: z.input<typeof withdrawRegisterChangeInput>): Promise<string> {
  const parsed = parseInput(withdrawRegisterChangeInput, input)
  const command = { operation: 'withdrawRegisterChange', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const { change, firm } = await lockRegisterChange(unit, parsed)
    demand(context, 'registerChange.request', { intermediarySubjectId: firm.subjectId })
    const state = unwrap(withdrawChange(change.state))
    const { id, number, kind } = change
    await tx.registerChange.update({ where: { id }, data: { state, checkedAt: now, version: { increment: 1 } } })
    if (kind === 'EXIT') {
      await tx.intermediary.update({ where: { id: firm.id }, data: { status: 'LISTED', version: { increment: 1 } } })
      await refreshStanding(unit, firm.subjectId)
    }
    await unit.audit({
      action: 'intermediary.withdrawChange',
      entity: 'RegisterChange',
      entityId: id,
      before: { state: change.state },
      after: { number, kind, state },
    })
    return id
  })
}
