import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CaseState } from './case-state.ts'

/** One required material as the applicant has put it together. */
export interface DraftedMaterial {
  readonly seq: number
  readonly isEssential: boolean
  /** The service that delivered it is cancelled: nobody may ask for it. */
  readonly isCancelled: boolean
  readonly fileCount: number
  /** An own engagement's accepted result stands in for it. */
  readonly hasDeliverable: boolean
  /** Handed in on paper, at the counter or by post. */
  readonly isOnPaper: boolean
}

export const filingGapCodes = ['PROJECT_MISSING', 'ESSENTIAL_MISSING', 'DEFERRABLE_MISSING'] as const

/** What stands between a draft and its filing. Only `isBlocking` ones do; the others cost the applicant time later. */
export interface FilingGap {
  readonly code: (typeof filingGapCodes)[number]
  readonly seq: number | null
  readonly isBlocking: boolean
}

/** Whether the applicant has anything in hand for a material. */
export const isInHand = ({ fileCount, hasDeliverable, isOnPaper }: DraftedMaterial): boolean => fileCount > 0 || hasDeliverable || isOnPaper

/**
 * What is missing before a draft is filed. Nobody is turned away for missing materials (行政许可法 art. 32(4): the agency says what to correct):
 * only an application that names no project can't be filed.
 */
export function filingGaps(draft: { readonly projectName: string; readonly materials: readonly DraftedMaterial[] }): readonly FilingGap[] {
  const lacking = draft.materials.filter((one) => !one.isCancelled && !isInHand(one))
  return [
    ...(draft.projectName.trim() === '' ? [{ code: 'PROJECT_MISSING', seq: null, isBlocking: true } as const] : []),
    ...lacking.map(({ seq, isEssential }): FilingGap => ({
      code: isEssential ? 'ESSENTIAL_MISSING' : 'DEFERRABLE_MISSING',
      seq,
      isBlocking: false,
    })),
  ]
}

export type FilingRefusal = { readonly code: 'DRAFT_FILED'; readonly state: CaseState } | { readonly code: 'DRAFT_INCOMPLETE' }

/** Whether a draft may be filed now. */
export function decideFiling(state: CaseState, gaps: readonly FilingGap[]): Result<null, FilingRefusal> {
  if (state !== 'DRAFT') return refuse({ code: 'DRAFT_FILED', state })
  return gaps.some(({ isBlocking }) => isBlocking) ? refuse({ code: 'DRAFT_INCOMPLETE' }) : ok(null)
}
