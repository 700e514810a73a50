import { hash } from '@node-rs/argon2'
import { z } from 'zod'
import { limitRate } from '../kernel/limit-rate.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

export const openAccountInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email('EMAIL_INVALID').max(200).toLowerCase(),
  password: z.string().min(10).max(200),
  areTermsAccepted: z.boolean().refine((isAccepted) => isAccepted, 'TERMS_NOT_ACCEPTED'),
})

/** Accounts that one network may open in an hour: an office behind one address must get through, a script must not. Ours. */
export const accountRate = { name: 'open-account', limit: 20, windowSeconds: 3600 } as const

/**
 * Opens an account for whoever asks. It acts for nobody: all it can do is to ask for an institution's entry. Answers the same, after the
 * same work, whether or not the address had an account, which is then left as it is; only a sign-in tells. Nothing proves yet that the
 * address is theirs, because the platform sends no mail: the account stays unconfirmed (`emailVerified` false), and nothing may rest
 * on the address alone.
 * @returns an empty text, never an id
 * @throws ValidationError EMAIL_INVALID, TERMS_NOT_ACCEPTED · RefusedError TOO_MANY_TRIES
 */
export async function openAccount(context: UseCaseContext, input: z.input<typeof openAccountInput>): Promise<string> {
  const { password, ...parsed } = parseInput(openAccountInput, input)
  demand(context, 'account.open')
  await limitRate(context, accountRate)
  // Before the transaction: it takes long on purpose.
  const passwordHash = await hash(password)
  // Without the password: what was asked is kept as a hash, and a fast hash of a password would undo argon2.
  return runUseCase(context, { operation: 'openAccount', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const { name, email } = parsed
    const created = { createdAt: unit.now, updatedAt: unit.now }
    const [user] = await unit.tx.user.createManyAndReturn({
      data: [{ name, email, emailVerified: false, ...created }],
      select: { id: true },
      skipDuplicates: true,
    })
    if (!user) return ''
    const { id } = user
    await unit.tx.account.create({ data: { accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...created } })
    await unit.audit({ action: 'account.open', entity: 'User', entityId: id, after: { name, email } })
    return ''
  })
}
