import type { Result } from '#domain/kernel/result.ts'
import { RefusedError } from './use-case-error.ts'

/** The value of a domain result, or its refusal thrown, which rolls the transaction back. */
export function unwrap<T, R extends { readonly code: string }>(result: Result<T, R>): T {
  if (result.ok) return result.value
  throw new RefusedError(result.refusal)
}
