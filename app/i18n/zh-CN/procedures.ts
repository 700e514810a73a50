import { caseSteps } from './procedures/case-steps.ts'
import { commitmentSteps } from './procedures/commitment-steps.ts'
import { complaintSteps } from './procedures/complaint-steps.ts'
import { intakeSteps } from './procedures/intake-steps.ts'
import { redListSteps } from './procedures/red-list-steps.ts'
import { remedySteps } from './procedures/remedy-steps.ts'
import { verificationSteps } from './procedures/verification-steps.ts'

/** What all procedures share: the sentences of their steps, one file a feature. */
export const texts = {
  timeline: '办理经过',
  step: {
    ...caseSteps,
    ...intakeSteps,
    ...redListSteps,
    ...complaintSteps,
    ...remedySteps,
    ...verificationSteps,
    ...commitmentSteps,
  },
  serviceHint: '当事人没有平台账户的，选择其他方式。公告送达自公告满 30 日起算（平台默认）。',
  service: {
    PLATFORM: '平台送达',
    IN_PERSON: '直接送达',
    POST: '邮寄送达',
    PUBLIC_NOTICE: '公告送达',
  },
}
