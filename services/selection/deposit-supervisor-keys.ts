import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError } from '../kernel/use-case-error.ts'
import { isRecipient, readWrapped } from './age-sealing.ts'
import { freeSupervisorKeys, MAX_STOCK } from './supervisor-key-stock.ts'

/** Keys of one deposit: each takes the depositor's browser about a second to wrap. */
const MAX_AT_ONCE = 20

export const depositSupervisorKeysInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  keys: z
    .array(
      z.object({
        /** age1… */
        recipient: z.string().trim().refine(isRecipient, 'RECIPIENT_INVALID'),
        /** The identity under a passphrase (age, scrypt), armoured. The passphrase stays with the officer. */
        wrappedIdentity: z
          .string()
          .max(2_000)
          .transform(readWrapped)
          .refine((text) => text !== null, 'WRAPPED_KEY_INVALID'),
      }),
    )
    .min(1)
    .max(MAX_AT_ONCE)
    .refine((keys) => new Set(keys.map(({ recipient }) => recipient)).size === keys.length, 'RECIPIENT_TWICE'),
})

/**
 * Puts keys of the supervising body into stock: recipients to seal quotes to, and the matching identities, which nobody can read without the
 * passphrase that never leaves the officer's machine. A key serves one selection.
 * @returns the body's id
 * @throws RefusedError RECIPIENT_KNOWN, KEY_STOCK_FULL · ValidationError · ForbiddenError
 */
export async function depositSupervisorKeys(context: UseCaseContext, input: z.input<typeof depositSupervisorKeysInput>): Promise<string> {
  const parsed = parseInput(depositSupervisorKeysInput, input)
  const command = { operation: 'depositSupervisorKeys', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, (unit) => deposit(unit, parsed))
}

async function deposit(unit: UnitOfWork, { keys }: z.output<typeof depositSupervisorKeysInput>): Promise<string> {
  const { tx, viewer, now, context } = unit
  const { organisationId, userId } = viewer
  if (organisationId === null || userId === null) throw new ForbiddenError('sealing.keepKeys', viewer.kind === 'ANONYMOUS')
  demand(context, 'sealing.keepKeys', { organisationId })
  const stock = keys.length + (await tx.supervisorKey.count({ where: freeSupervisorKeys(organisationId) }))
  if (stock > MAX_STOCK) throw new RefusedError({ code: 'KEY_STOCK_FULL', maximum: MAX_STOCK })
  const rows = keys.map(({ recipient, wrappedIdentity }) => ({
    ...{ organisationId, recipient, wrappedIdentity: wrappedIdentity ?? '', depositedById: userId, depositedAt: now },
  }))
  const saved = await tx.supervisorKey.createMany({ data: rows, skipDuplicates: true })
  if (saved.count < rows.length) throw new RefusedError({ code: 'RECIPIENT_KNOWN' })
  const after = { recipients: keys.map(({ recipient }) => recipient) }
  await unit.audit({ action: 'sealing.depositKeys', entity: 'Organisation', entityId: organisationId, after })
  return organisationId
}
