import type { commitmentSteps as source } from '../../zh-CN/procedures/commitment-steps.ts'
import type { Translation } from '../../translate.ts'

export const commitmentSteps: Translation<typeof source> = {
  COMMITMENT_SIGNED: 'Commitment letter signed; last day {dueOn}',
  SIGNATURE_CONFIRMED: 'Signature confirmed in the applicant’s own account (signed by {signerName})',
  SUPPLIED_BY_COUNTER: 'Received at the window: {materials}',
  SUPPLIED_BY_UPLOAD: 'Sent online: {materials}',
  SUPPLIED_BY_ENGAGEMENT: 'Taken over from an intermediary’s result: {materials}',
  SUPPLEMENT_REJECTED: 'Rejected on examination: {materials} ({reason})',
  SUPPLEMENT_REJECTED_UNTIL: 'Rejected on examination: {materials} ({reason}); second day {secondDueOn}',
  COMMITMENT_EXTENDED: 'Extended from {fromOn} to {toOn}: {reason}',
  COMMITMENT_WITHDRAWN: 'Withdrawn by the applicant: {reason}',
  DUE_DAY_MOVED: 'The due day {fromOn} became a holiday; it runs on to {toOn}',
  MISS_RECORDED: 'The day {breachedOn} ended without everything: one miss recorded',
  UNTRUTH_RECORDED: 'Found untrue and recorded',
  BREACH_ANNULLED: 'Objection upheld: the record is annulled, as if it had never been',
  PUBLICITY_OBJECTED: 'Objection {number} in publicity; to be answered by {answerDueOn}',
  PUBLICITY_OBJECTION_UPHELD: 'Objection {number} upheld: verification comes sooner',
  PUBLICITY_OBJECTION_REJECTED: 'Objection {number} not upheld',
  VERIFICATION_BROUGHT_FORWARD: 'Brought forward to {dueOn} because of an objection in publicity',
}
