import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { CaseState } from './case-state.ts'

/**
 * Why an application isn't accepted 不予受理: no licence is needed, or not from this agency (行政许可法 art. 32(1) and (2)); what the correction
 * notice asked for didn't come, or not as asked (art. 32(4)); it was filed with untrue or concealed facts (art. 78).
 */
export const nonAcceptanceGrounds = ['NOT_REQUIRED', 'NOT_COMPETENT', 'NOT_CORRECTED', 'UNTRUE'] as const
export type NonAcceptanceGround = (typeof nonAcceptanceGrounds)[number]

/** The clause that a ground is printed with. */
export const nonAcceptanceClause: Readonly<Record<NonAcceptanceGround, string>> = {
  NOT_REQUIRED: '行政许可法 第三十二条第一款第（一）项',
  NOT_COMPETENT: '行政许可法 第三十二条第一款第（二）项',
  NOT_CORRECTED: '行政许可法 第三十二条第一款第（四）项',
  UNTRUE: '行政许可法 第七十八条',
}

export type NonAcceptanceRefusal = { readonly code: 'CORRECTION_FIRST' } | { readonly code: 'CORRECTED' }

/**
 * Whether the ground holds where the case stands. What is incomplete gets its correction notice first; what was corrected isn't turned away
 * for it.
 */
export function decideNonAcceptance(
  filed: { readonly state: CaseState; readonly lackingCount: number },
  ground: NonAcceptanceGround,
): Result<NonAcceptanceGround, NonAcceptanceRefusal> {
  if (ground !== 'NOT_CORRECTED') return ok(ground)
  if (filed.state !== 'CORRECTION_REQUESTED') return refuse({ code: 'CORRECTION_FIRST' })
  return filed.lackingCount > 0 ? ok(ground) : refuse({ code: 'CORRECTED' })
}
