import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockSupervisorKey } from './lock-supervisor-key.ts'

export const withdrawSupervisorKeyInput = z.object({ clientMutationId: z.string().min(1).max(100), id: z.uuid() })

/**
 * Takes a key out of stock (a passphrase forgotten or known to others). One that quotes are sealed to stays: without it they could not be
 * opened.
 * @returns the key's id
 * @throws RefusedError KEY_IN_USE, KEY_WITHDRAWN · NotFoundError · ForbiddenError
 */
export async function withdrawSupervisorKey(context: UseCaseContext, input: z.input<typeof withdrawSupervisorKeyInput>): Promise<string> {
  const parsed = parseInput(withdrawSupervisorKeyInput, input)
  const command = { operation: 'withdrawSupervisorKey', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const key = await lockSupervisorKey(unit, parsed.id)
    if (key.sealing) throw new RefusedError({ code: 'KEY_IN_USE', selection: key.sealing.selection.number })
    if (key.withdrawnAt !== null) throw new RefusedError({ code: 'KEY_WITHDRAWN' })
    await unit.tx.supervisorKey.update({ where: { id: key.id }, data: { withdrawnAt: unit.now } })
    const after = { recipient: key.recipient }
    await unit.audit({ action: 'sealing.withdrawKey', entity: 'SupervisorKey', entityId: key.id, after })
    return key.id
  })
}
