import { z } from 'zod'
import { decideRelease } from '#domain/selection/sealed-quote.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { recipientOf } from './age-sealing.ts'
import { lockSelection } from './lock-selection.ts'
import { lockSupervisorKey } from './lock-supervisor-key.ts'
import { recordEvent } from './record-event.ts'

export const releaseShareInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** The key's id. */
  id: z.uuid(),
  /** AGE-SECRET-KEY-1…, unwrapped on the officer's own machine. */
  identity: z.string().trim().max(200),
})

/**
 * Releases the supervising body's share of one selection, at its opening. The quotes are opened by the next sweep, which is woken at once, so
 * that a released share is never lost to a failure of the opening.
 * @returns the key's id
 * @throws RefusedError RELEASE_TOO_EARLY, RELEASE_TOO_LATE, SHARE_ALREADY_RELEASED, KEY_NOT_IN_USE · ValidationError IDENTITY_MISMATCH ·
 *   NotFoundError · ForbiddenError
 */
export async function releaseShare(context: UseCaseContext, input: z.input<typeof releaseShareInput>): Promise<string> {
  const parsed = parseInput(releaseShareInput, input)
  // The identity is public with the transcript; until then no copy of it lies anywhere else, not even as a hash.
  const remembered = { id: parsed.id }
  const command = { operation: 'releaseShare', clientMutationId: parsed.clientMutationId, input: remembered }
  return runUseCase(context, command, (unit) => release(unit, parsed))
}

async function release(unit: UnitOfWork, { id, identity }: z.output<typeof releaseShareInput>): Promise<string> {
  const { tx, now, viewer } = unit
  const key = await lockSupervisorKey(unit, id)
  if (!key.sealing) throw new RefusedError({ code: 'KEY_NOT_IN_USE' })
  const selection = await lockSelection(unit, { id: key.sealing.selectionId })
  const sealing = await tx.sealing.findUniqueOrThrow({ where: { id: key.sealing.id } })
  const opensAt = selection.opensAt ?? sealing.releaseDueAt
  unwrap(decideRelease({ ...sealing, opensAt, isClosed: selection.state === 'CLOSED' }, now))
  if ((await recipientOf(identity)) !== key.recipient) {
    throw new ValidationError([{ path: 'identity', code: 'IDENTITY_MISMATCH', facts: {} }])
  }
  await tx.supervisorKey.update({ where: { id }, data: { identity, releasedById: viewer.userId, releasedAt: now } })
  await tx.sealing.update({ where: { id: sealing.id }, data: { state: 'RELEASED' } })
  await recordEvent(unit, selection.id, 'SHARE_RELEASED', { recipient: key.recipient })
  const after = { selection: selection.number, recipient: key.recipient }
  await unit.audit({ action: 'sealing.releaseShare', entity: 'SupervisorKey', entityId: id, after })
  await tx.$executeRaw`SELECT graphile_worker.add_job('advance-selections')`
  return id
}
