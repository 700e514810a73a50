import type { z } from 'zod'
import { ValidationError } from './use-case-error.ts'

/** One thing wrong with one field: the path as in the input, a code the page turns into a sentence, and the facts for it. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/**
 * Parses what came in, or throws a ValidationError with every field's problem at once. A schema's own refinement names its code
 * by the issue's message in capitals (`USCC_INVALID`); all else gets zod's issue code (`TOO_SMALL`).
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new ValidationError(parsed.error.issues.map(toFieldProblem))
}

function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const { path, code, message, input: _input, ...facts } = issue
  const named = /^[A-Z][A-Z0-9_]+$/.test(message) ? message : isMissing(issue) ? 'REQUIRED' : code.toUpperCase()
  return { path: path.join('.'), code: named, facts: JSON.parse(JSON.stringify(facts)) as Record<string, unknown> }
}

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  (issue.code === 'invalid_type' && issue.message.includes('undefined')) ||
  (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1)
