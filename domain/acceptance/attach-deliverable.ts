import type { DeliverableState } from '#domain/engagements/deliverable.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CaseState } from './case-state.ts'

/** A result of an engagement, meant to serve as a material of an approval case without a second upload. */
export interface Attachment {
  readonly caseState: CaseState
  readonly caseApplicantId: string
  /** The service whose result the material is; null for one that no service delivers. */
  readonly materialServiceItemCode: string | null
  /** The material was promised in a commitment that is still open. */
  readonly isPromised: boolean
  readonly engagement: {
    readonly applicantId: string
    readonly serviceItemCode: string
    readonly deliverableState: DeliverableState | null
  }
}

export type AttachmentRefusal =
  | { readonly code: 'CASE_NOT_OPEN'; readonly state: CaseState }
  | { readonly code: 'NOT_THE_APPLICANTS_RESULT' }
  | { readonly code: 'RESULT_OF_OTHER_SERVICE'; readonly serviceItemCode: string; readonly wanted: string | null }
  | { readonly code: 'RESULT_NOT_ACCEPTED' }

/**
 * Whether the result may serve as the material: the applicant's own, of the service that the material comes from, accepted, and while the
 * case still takes this material in: until it is accepted, and after that where it was promised. Answers with what the attachment is.
 */
export function decideAttachment(attachment: Attachment): Result<'MATERIAL' | 'SUPPLEMENT', AttachmentRefusal> {
  const { caseState, engagement, materialServiceItemCode: wanted } = attachment
  if (engagement.applicantId !== attachment.caseApplicantId) return refuse({ code: 'NOT_THE_APPLICANTS_RESULT' })
  const { serviceItemCode } = engagement
  if (serviceItemCode !== wanted) return refuse({ code: 'RESULT_OF_OTHER_SERVICE', serviceItemCode, wanted })
  if (engagement.deliverableState !== 'ACCEPTED') return refuse({ code: 'RESULT_NOT_ACCEPTED' })
  if (caseState === 'DRAFT' || caseState === 'FILED' || caseState === 'CORRECTION_REQUESTED') return ok('MATERIAL')
  return caseState === 'ACCEPTED' && attachment.isPromised ? ok('SUPPLEMENT') : refuse({ code: 'CASE_NOT_OPEN', state: caseState })
}
