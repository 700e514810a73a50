import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { SubmittedMaterial } from './acceptance-request.ts'

type Found = Pick<SubmittedMaterial, 'seq' | 'presence'>

export type ScopeRefusal =
  | { readonly code: 'FLAW_NOT_NAMED'; readonly materials: readonly number[] }
  | { readonly code: 'DEMANDED_AFTER_NOTICE'; readonly materials: readonly number[] }

/** A notice says everything at once (行政许可法 art. 32(4)), so it says of each flaw what it is: "flawed" alone can't be corrected. */
export function checkNotice(materials: readonly (Found & { readonly note: string | null })[]): Result<null, ScopeRefusal> {
  const unnamed = materials.filter(({ presence, note }) => presence === 'FLAWED' && !note?.trim())
  return unnamed.length === 0 ? ok(null) : refuse({ code: 'FLAW_NOT_NAMED', materials: unnamed.map(({ seq }) => seq) })
}

/** After the one notice nothing new is asked for: what it didn't list was there, and stays found there. */
export function checkAfterNotice(noticed: readonly number[], found: readonly Found[]): Result<null, ScopeRefusal> {
  const added = found.filter(({ seq, presence }) => presence !== 'PRESENT' && !noticed.includes(seq))
  return added.length === 0 ? ok(null) : refuse({ code: 'DEMANDED_AFTER_NOTICE', materials: added.map(({ seq }) => seq) })
}
