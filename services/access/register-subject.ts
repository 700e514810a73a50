import { checkIdentityNumber, maskIdentityNumber, normaliseIdentityNumber } from '#domain/kernel/identity-number.ts'
import { checkUscc, normaliseUscc } from '#domain/kernel/uscc.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'

/**
 * The USCC in the stored form. An override excuses a wrong check character and nothing else (early pilot codes, rulebook R8).
 * @throws ValidationError USCC_INVALID with the reason
 */
export function requireUscc(typed: string, path: string, { isCheckCharOverridden = false } = {}): string {
  const uscc = normaliseUscc(typed)
  const checked = checkUscc(uscc)
  if (checked.ok || (isCheckCharOverridden && checked.refusal.reason === 'checkChar')) return uscc
  const { code, ...facts } = checked.refusal
  throw new ValidationError([{ path, code, facts }])
}

/** The resident identity number in the stored form. @throws ValidationError IDENTITY_INVALID with the reason */
export function requireIdentityNumber(typed: string, path: string): string {
  const checked = checkIdentityNumber(normaliseIdentityNumber(typed))
  if (checked.ok) return checked.value.identityNumber
  const { code, ...facts } = checked.refusal
  throw new ValidationError([{ path, code, facts }])
}

export interface NewOrganisationSubject {
  readonly name: string
  /** As `requireUscc` gave it. */
  readonly uscc: string
  readonly divisionCode: string
  readonly isFictitious: boolean
  /** By whom, and why, a wrong check character was accepted. */
  readonly usccOverride?: { readonly reason: string; readonly reviewedById: string } | null
}

/** Opens the credit subject of a firm. @throws RefusedError USCC_ALREADY_REGISTERED */
export async function registerOrganisationSubject(
  { tx, now }: UnitOfWork,
  { usccOverride, ...subject }: NewOrganisationSubject,
): Promise<string> {
  const reviewed = { usccOverriddenById: usccOverride?.reviewedById, usccOverrideReason: usccOverride?.reason }
  // One statement, so that of two windows at once the second is told instead of failing.
  const made = await tx.subject.createManyAndReturn({
    data: [{ kind: 'ORGANISATION', ...subject, ...reviewed, createdAt: now }],
    select: { id: true },
    skipDuplicates: true,
  })
  if (!made[0]) throw new RefusedError({ code: 'USCC_ALREADY_REGISTERED', uscc: subject.uscc })
  return made[0].id
}

export interface NewPerson {
  readonly name: string
  /** As `requireIdentityNumber` gave it. */
  readonly identityNumber: string
  readonly divisionCode: string | null
  readonly isFictitious: boolean
}

/**
 * A natural person's credit subject: the one on record, or a new one with the number sealed. Ids come in the order asked. The rows
 * are the caller's until commit, so that of two institutions that enter one person at once the later sees the earlier.
 */
export async function ensurePersonSubjects({ tx, now, context }: UnitOfWork, people: readonly NewPerson[]): Promise<string[]> {
  const { identityVault } = context
  const hashes = people.map(({ identityNumber }) => identityVault.hash(identityNumber))
  await tx.subject.createMany({
    data: people
      .map(({ name, identityNumber, divisionCode, isFictitious }, index) => ({
        kind: 'PERSON' as const,
        name,
        identityHash: hashes[index] ?? '',
        identityCipher: identityVault.seal(identityNumber),
        identityMasked: maskIdentityNumber(identityNumber),
        divisionCode,
        isFictitious,
        createdAt: now,
      }))
      // One order for everybody: two that enter the same people wait for each other instead of deadlocking.
      .sort((a, b) => (a.identityHash < b.identityHash ? -1 : 1)),
    skipDuplicates: true,
  })
  const found = await tx.$queryRaw<{ id: string; identityHash: string }[]>`
    SELECT "id", "identityHash" FROM "Subject" WHERE "identityHash" = ANY(${hashes}) ORDER BY "identityHash" FOR NO KEY UPDATE`
  const idOf = new Map(found.map(({ id, identityHash }) => [identityHash, id]))
  return hashes.map((hash) => {
    const id = idOf.get(hash)
    if (id === undefined) throw new Error('a person just written is not there')
    return id
  })
}
