import { z } from 'zod'
import { hasQuotes } from '#domain/selection/selection.ts'
import { checkWindow } from '#domain/selection/sign-up.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { networkOf } from '../kernel/network-of.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { checkEligibility } from './load-eligibility.ts'
import { recordEvent } from './record-event.ts'

export const signUpInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  /** The team that would do the work, of the firm's own practitioners. */
  practitionerIds: z.array(z.uuid()).min(1).max(50),
  /** Where the mode has quotes the plan is sealed with them. */
  plan: z.string().trim().max(20_000).nullish(),
  /** SHA-256 (hex) of a contribution to the draw that is revealed after closing. */
  contributionHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'CONTRIBUTION_HASH_INVALID')
    .nullish(),
  /** What tells one device from another, for collusion signals; kept as a keyed hash only. */
  deviceToken: z.string().max(200).nullish(),
})
type SignUpWish = z.output<typeof signUpInput>

/** At the line many come at once, and whoever was received before it must not lose its place in the queue. Less than the closing delay. */
const WAITING = { maxWaitMs: 60_000, timeoutMs: 25_000 } as const

/**
 * Signs a firm up 报名 (rulebook R3). It counts when this server read its clock before the line; writing it may take longer, and closing waits
 * for that. One sign-up a firm; one taken back before the line can be made again.
 * @returns the sign-up's id
 * @throws RefusedError SIGN_UP_NOT_OPEN, SIGN_UP_CLOSED, ALREADY_SIGNED_UP, and whatever the firm is not eligible for · ForbiddenError ·
 *   NotFoundError · ValidationError
 */
export async function signUp(context: UseCaseContext, input: z.input<typeof signUpInput>): Promise<string> {
  const receivedAt = context.clock.now()
  const parsed = parseInput(signUpInput, input)
  demand(context, 'selection.signUp', { intermediarySubjectId: context.viewer.subjectId })
  const command = { operation: 'signUp', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, (unit) => admit(unit, parsed, receivedAt), WAITING)
}

async function admit(unit: UnitOfWork, wish: SignUpWish, receivedAt: Date): Promise<string> {
  const { tx, now, viewer } = unit
  const selection = await shareAnnounced(unit, wish.number, receivedAt)
  unwrap(checkWindow(selection, receivedAt))
  const firm = await tx.intermediary.findUnique({
    where: { subjectId: viewer.subjectId ?? '' },
    select: { id: true, practitioners: { where: { id: { in: wish.practitionerIds } }, select: { id: true } } },
  })
  if (!firm) throw new NotFoundError('Intermediary')
  const own = new Set(firm.practitioners.map(({ id }) => id))
  const strangers = wish.practitionerIds.flatMap((id, index) => (own.has(id) ? [] : [`practitionerIds.${index}`]))
  if (strangers.length > 0) throw new ValidationError(strangers.map((path) => ({ path, code: 'NOT_OWN_PRACTITIONER', facts: {} })))
  const { offering } = unwrap(await checkEligibility(tx, { intermediaryId: firm.id, selection }, now))
  const id = await enterPool(unit, selection, {
    intermediaryId: firm.id,
    offeringId: offering.offeringId,
    ...columnsOf(unit, wish, selection, receivedAt),
  })
  // Who it was is told to nobody before closing, not even to the owner.
  await recordEvent(unit, selection.id, 'SIGNED_UP', {})
  await unit.audit({
    action: 'selections.signUp',
    entity: 'SignUp',
    entityId: id,
    after: { number: selection.number, intermediaryId: firm.id, receivedAt, contributionHash: wish.contributionHash ?? null },
  })
  await unit.outbox('selections.signedUp', 'SignUp', id)
  return id
}

/**
 * The announced selection, shared until commit: any number sign up side by side, and closing waits for them all. Whoever comes after the
 * line is shown the row without holding it, so that no flood of late ones keeps the round open.
 * @throws NotFoundError
 */
export async function shareAnnounced({ tx }: UnitOfWork, number: string, receivedAt: Date): Promise<Selection> {
  const where = { number, announcedAt: { not: null } }
  const seen = await tx.selection.findFirst({ where })
  if (!seen) throw new NotFoundError('Selection')
  if (seen.signUpClosesAt === null || receivedAt >= seen.signUpClosesAt) return seen
  await tx.$queryRaw`SELECT 1 FROM "Selection" WHERE "id" = ${seen.id}::uuid FOR SHARE`
  return tx.selection.findUniqueOrThrow({ where: { id: seen.id } })
}

const columnsOf = ({ context, viewer }: UnitOfWork, wish: SignUpWish, { mode }: Selection, receivedAt: Date) => ({
  signedUpAt: receivedAt,
  signedUpById: viewer.userId ?? '',
  practitionerIds: [...new Set(wish.practitionerIds)],
  plan: hasQuotes(mode) ? null : wish.plan || null,
  contributionHash: wish.contributionHash ?? null,
  networkHash: context.clientAddress === undefined ? null : context.identityVault.hash(`network:${networkOf(context.clientAddress)}`),
  deviceHash: wish.deviceToken ? context.identityVault.hash(`device:${wish.deviceToken}`) : null,
})

interface NewSignUp extends ReturnType<typeof columnsOf> {
  readonly intermediaryId: string
  readonly offeringId: string
}

/** One row a firm; of two sends at once the second waits for the first and then finds it. */
async function enterPool({ tx }: UnitOfWork, { id: selectionId }: Selection, data: NewSignUp): Promise<string> {
  const { intermediaryId } = data
  const made = await tx.signUp.createManyAndReturn({ data: [{ ...data, selectionId }], skipDuplicates: true, select: { id: true } })
  if (made[0]) return made[0].id
  const again = await tx.signUp.updateManyAndReturn({
    where: { selectionId, intermediaryId, state: 'WITHDRAWN' },
    data: { ...data, state: 'ACTIVE', endedAt: null },
    select: { id: true },
  })
  if (!again[0]) throw new RefusedError({ code: 'ALREADY_SIGNED_UP' })
  return again[0].id
}
