import type { FieldProblem } from './parse-input.ts'

/** What a refusal carries beside its code: facts for the sentence the user reads, never prose. */
export type RefusalFacts = { readonly code: string } & Readonly<Record<string, unknown>>

/** Base of everything a use case refuses; anything else that is thrown is a bug. Throwing rolls the transaction back. */
export abstract class UseCaseError extends Error {
  abstract readonly code: string
  /** Facts by name, JSON only. */
  readonly facts: Readonly<Record<string, unknown>> = {}
}

/** The law or a rule of procedure says no. One class; the refusal's code says which rule, the facts what it rests on. */
export class RefusedError extends UseCaseError {
  override readonly name = 'RefusedError'
  readonly code: string
  override readonly facts: Readonly<Record<string, unknown>>

  constructor(refusal: RefusalFacts) {
    super(refusal.code)
    const { code, ...facts } = refusal
    this.code = code
    this.facts = facts
  }
}

/** The form as filled in can't be understood; one problem a field. */
export class ValidationError extends UseCaseError {
  override readonly name = 'ValidationError'
  readonly code = 'VALIDATION_FAILED'
  readonly fields: readonly FieldProblem[]

  constructor(fields: readonly FieldProblem[]) {
    super(fields.map((field) => `${field.path}: ${field.code}`).join('; '))
    this.fields = fields
  }
}

/** The viewer may not do this; says the permission that is missing. */
export class ForbiddenError extends UseCaseError {
  override readonly name = 'ForbiddenError'
  readonly code: 'FORBIDDEN' | 'SIGN_IN_REQUIRED'
  override readonly facts: Readonly<Record<string, unknown>>

  constructor(permission: string, isAnonymous: boolean) {
    super(`not allowed: ${permission}`)
    this.code = isAnonymous ? 'SIGN_IN_REQUIRED' : 'FORBIDDEN'
    this.facts = { permission }
  }
}

/** No such thing, or none that the viewer may know of: the two are not told apart. */
export class NotFoundError extends UseCaseError {
  override readonly name = 'NotFoundError'
  readonly code = 'NOT_FOUND'
  override readonly facts: Readonly<Record<string, unknown>>

  constructor(entity: string) {
    super(`no such ${entity}`)
    this.facts = { entity }
  }
}

/** Somebody else changed the thing since it was read. The way out: look again, then decide again. */
export class ConcurrentChangeError extends UseCaseError {
  override readonly name = 'ConcurrentChangeError'
  readonly code = 'CONCURRENT_CHANGE'

  constructor(entity: string) {
    super(`${entity} was changed by somebody else`)
  }
}
