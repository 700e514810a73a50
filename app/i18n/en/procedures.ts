import type { texts as source } from '../zh-CN/procedures.ts'
import type { Translation } from '../translate.ts'
import { caseSteps } from './procedures/case-steps.ts'
import { commitmentSteps } from './procedures/commitment-steps.ts'
import { complaintSteps } from './procedures/complaint-steps.ts'
import { intakeSteps } from './procedures/intake-steps.ts'
import { redListSteps } from './procedures/red-list-steps.ts'
import { remedySteps } from './procedures/remedy-steps.ts'
import { verificationSteps } from './procedures/verification-steps.ts'

export const texts: Translation<typeof source> = {
  timeline: 'Course of the procedure',
  step: {
    ...caseSteps,
    ...intakeSteps,
    ...redListSteps,
    ...complaintSteps,
    ...remedySteps,
    ...verificationSteps,
    ...commitmentSteps,
  },
  serviceHint: 'Choose another one where the party has no account. A public notice counts after 30 days (our own default).',
  service: {
    PLATFORM: 'Into the platform account',
    IN_PERSON: 'Handed over',
    POST: 'By post',
    PUBLIC_NOTICE: 'By public notice',
  },
}
