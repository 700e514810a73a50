import type { texts as source } from '../zh-CN/procedures.ts'
import type { Translation } from '../translate.ts'
import { caseSteps } from './procedures/case-steps.ts'
import { verificationSteps } from './procedures/verification-steps.ts'

export const texts: Translation<typeof source> = {
  timeline: 'Course of the procedure',
  step: {
    ...caseSteps,
    ...verificationSteps,
  },
  service: {
    PLATFORM: 'Into the platform account',
    IN_PERSON: 'Handed over',
    POST: 'By post',
    PUBLIC_NOTICE: 'By public notice',
  },
}
