import { z } from 'zod'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'

/**
 * What a comparative selection 择优 weighs. Credit and quote are counted by rule, so that nobody's taste enters there; the others the owner
 * scores with reasons.
 */
export const criterionKinds = ['CREDIT', 'QUOTE', 'SCORED'] as const
export type CriterionKind = (typeof criterionKinds)[number]

/** One criterion, published before sign-up and never changed. */
export const criterionSchema = z.strictObject({
  /** Short name within the selection, as scores refer to it. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  title: z.string().trim().min(1).max(100),
  kind: z.enum(criterionKinds),
  /** Hundredths of the whole. */
  weight: z.int().min(1).max(98),
})

export const criteriaSchema = z.array(criterionSchema).max(12)

export type Criterion = z.output<typeof criterionSchema>

export type CriteriaRefusal =
  | { readonly code: 'WEIGHTS_NOT_100'; readonly sum: number }
  | { readonly code: 'CRITERION_TWICE'; readonly key: string }
  | { readonly code: 'CRITERION_KIND_MISSING'; readonly kind: CriterionKind }
  | { readonly code: 'CRITERION_KIND_TWICE'; readonly kind: CriterionKind }

/** Credit, plan and quote all count, credit and quote once, and the weights make up the whole (rulebook R3 择优). */
export function checkCriteria(criteria: readonly Criterion[]): Result<readonly Criterion[], CriteriaRefusal> {
  const twice = criteria.find(({ key }, index) => criteria.findIndex((other) => other.key === key) < index)
  if (twice) return refuse({ code: 'CRITERION_TWICE', key: twice.key })
  const countOf = (kind: CriterionKind) => criteria.filter((criterion) => criterion.kind === kind).length
  const missing = criterionKinds.find((kind) => countOf(kind) === 0)
  if (missing) return refuse({ code: 'CRITERION_KIND_MISSING', kind: missing })
  const repeated = (['CREDIT', 'QUOTE'] as const).find((kind) => countOf(kind) > 1)
  if (repeated) return refuse({ code: 'CRITERION_KIND_TWICE', kind: repeated })
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  return sum === 100 ? ok(criteria) : refuse({ code: 'WEIGHTS_NOT_100', sum })
}

/** The usual three, for an owner who has no criteria of their own; ours. */
export const usualCriteria = (titles: Readonly<Record<CriterionKind, string>>): readonly Criterion[] => [
  { key: 'credit', title: titles.CREDIT, kind: 'CREDIT', weight: 30 },
  { key: 'plan', title: titles.SCORED, kind: 'SCORED', weight: 40 },
  { key: 'quote', title: titles.QUOTE, kind: 'QUOTE', weight: 30 },
]
