import type { Translation } from '../../translate.ts'
import type { verificationSteps as source } from '../../zh-CN/procedures/verification-steps.ts'

export const verificationSteps: Translation<typeof source> = {
  VERIFICATION_OPENED: 'To be verified by {dueOn}',
  VERIFICATION_TRUE: 'Verified: true',
  VERIFICATION_DOUBTED: 'Verified: seems untrue; the applicant was told',
  VERIFICATION_DROPPED: 'The promise ended; nothing left to verify',
  UNTRUE_NOTICE_SERVED: 'Notice {number} served on {servedOn}; defence until {defenceDueOn}',
  UNTRUE_DEFENCE_FILED: 'Statement of defence received',
  UNTRUE_FOUND: 'Decision {decisionNumber}: the promise was untrue; served on {servedOn}',
  UNTRUE_NOT_FOUND: 'Decision {decisionNumber}: not found untrue; served on {servedOn}',
  UNTRUE_BODIES_TOLD: 'Bodies concerned were told: {bodies}',
}
