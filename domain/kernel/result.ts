/**
 * The one way in which a rule answers: a value, or a refusal that a person can be told about.
 * A refusal is a code plus facts, never prose; the page turns the code into a sentence. Exceptions are kept for bugs.
 */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

/** The rule allows it and this came out. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** The rule refuses, with its code and the facts that led to it. */
export const refuse = <R extends { readonly code: string }>(refusal: R): Result<never, R> => ({
  ok: false,
  refusal,
})
