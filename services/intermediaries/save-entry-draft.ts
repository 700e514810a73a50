import { randomUUID } from 'node:crypto'
import { isEditable } from '#domain/intermediaries/entry-application.ts'
import type { EntryDraft, SealedIdentity } from '#domain/intermediaries/entry-draft.ts'
import { checkIdentityNumber, maskIdentityNumber, normaliseIdentityNumber } from '#domain/kernel/identity-number.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { IdentityVault } from '../kernel/identity-vault.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { saveEntryDraftInput } from './entry-draft-input.ts'
import type { SaveEntryDraftInput, TypedEntryParts } from './entry-draft-input.ts'
import { draftOf, lockEntry, saveEntryStep } from './lock-entry.ts'

/**
 * Keeps steps of an application as they were typed, complete or not, so that the applicant goes on later and elsewhere. Identity numbers
 * are sealed before anything is stored, wrong ones as well; only masks and keyed hashes can be read.
 * @returns the application's id
 * @throws RefusedError ENTRY_NOT_EDITABLE · ValidationError for more than a draft can hold · NotFoundError · ConcurrentChangeError
 */
export async function saveEntryDraft(context: UseCaseContext, input: SaveEntryDraftInput): Promise<string> {
  const { clientMutationId, number, version, ...typed } = parseInput(saveEntryDraftInput, input)
  const { identityVault } = context
  // A retry is told from another wish by a fast hash of the input: numbers go into it only as their keyed hashes.
  const asked = hashed(typed, identityVault)
  const command = { operation: 'saveEntryDraft', clientMutationId, input: { number, version, ...asked } }
  return runUseCase(context, command, async (unit) => {
    const row = await lockEntry(unit, 'entry.edit', { number, version })
    if (!isEditable(row.state)) throw new RefusedError({ code: 'ENTRY_NOT_EDITABLE', state: row.state })
    const draft = mergeDraft(draftOf(row), typed, identityVault)
    const { identity } = draft
    const named = identity && { name: identity.name.trim(), uscc: normaliseUscc(identity.uscc) || null }
    const parts = Object.entries(typed).flatMap(([part, value]) => (value === undefined ? [] : [part]))
    await saveEntryStep(unit, row, { ...named, draft: asJson(draft) ?? {} }, { action: 'entry.saveDraft', after: { parts } })
    return row.id
  })
}

/** The draft with the typed parts in place of the old ones. */
export function mergeDraft(before: EntryDraft, typed: TypedEntryParts, vault: IdentityVault): EntryDraft {
  const { legalRepresentative, practitioners, ...plain } = typed
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as EntryDraft
  const known = new Map(before.practitioners?.map((one) => [one.key, one.identity]))
  return {
    ...before,
    ...given,
    ...(legalRepresentative && {
      legalRepresentative: {
        name: legalRepresentative.name,
        identity: sealTyped(legalRepresentative.identityNumber, before.legalRepresentative?.identity ?? null, vault),
      },
    }),
    ...(practitioners && {
      practitioners: practitioners.map(({ identityNumber, ...one }) => ({
        ...one,
        key: known.has(one.key) ? one.key : randomUUID(),
        identity: sealTyped(identityNumber, known.get(one.key) ?? null, vault),
      })),
    }),
  }
}

function sealTyped(typed: string, before: SealedIdentity | null, vault: IdentityVault): SealedIdentity | null {
  if (typed.trim() === '') return before
  const number = normaliseIdentityNumber(typed)
  const checked = checkIdentityNumber(number)
  return {
    cipher: vault.seal(number),
    hash: checked.ok ? vault.hash(number) : null,
    // A number that fails its check may be right but for one digit: no part of it is shown.
    masked: checked.ok ? maskIdentityNumber(number) : '*'.repeat(Math.min(18, Array.from(number).length)),
    problem: checked.ok ? null : checked.refusal.reason,
  }
}

function hashed({ legalRepresentative, practitioners, ...plain }: TypedEntryParts, vault: IdentityVault): object {
  const withHash = <T extends { readonly identityNumber: string }>(one: T) => ({ ...one, identityNumber: vault.hash(one.identityNumber) })
  return {
    ...plain,
    ...(legalRepresentative && { legalRepresentative: withHash(legalRepresentative) }),
    ...(practitioners && { practitioners: practitioners.map(withHash) }),
  }
}
