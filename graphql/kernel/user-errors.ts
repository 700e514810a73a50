import type { UseCaseError } from '#services/kernel/use-case-error.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, RefusedError, ValidationError } from '#services/kernel/use-case-error.ts'
import type { FieldProblem } from '#services/kernel/parse-input.ts'
import { builder } from '../builder.ts'

const UserError = builder.interfaceRef<UseCaseError>('UserError').implement({
  description: 'A refusal the user can understand and act upon: a code and facts, never prose.',
  fields: (t) => ({
    code: t.exposeString('code'),
    facts: t.field({ type: 'JSON', resolve: (error) => error.facts }),
  }),
})

const FieldProblemType = builder.objectRef<FieldProblem>('FieldProblem').implement({
  fields: (t) => ({
    path: t.exposeString('path'),
    code: t.exposeString('code'),
    facts: t.field({ type: 'JSON', resolve: (problem) => problem.facts }),
  }),
})

builder.objectType(RefusedError, { name: 'RefusedError', interfaces: [UserError], description: 'The law or a rule of procedure says no.' })
builder.objectType(ForbiddenError, { name: 'ForbiddenError', interfaces: [UserError] })
builder.objectType(NotFoundError, { name: 'NotFoundError', interfaces: [UserError] })
builder.objectType(ConcurrentChangeError, { name: 'ConcurrentChangeError', interfaces: [UserError] })
builder.objectType(ValidationError, {
  name: 'ValidationError',
  interfaces: [UserError],
  fields: (t) => ({ fields: t.field({ type: [FieldProblemType], resolve: (error) => [...error.fields] }) }),
})

/** What every mutation may answer besides its result: pass as `errors: useCaseErrors`. */
export const useCaseErrors = { types: [RefusedError, ValidationError, ForbiddenError, NotFoundError, ConcurrentChangeError] }
