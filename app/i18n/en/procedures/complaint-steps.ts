import type { Translation } from '#app/i18n/translate.ts'
import type { complaintSteps as source } from '../../zh-CN/procedures/complaint-steps.ts'

export const complaintSteps: Translation<typeof source> = {
  COMPLAINT_RECEIVED: 'Received; to be answered by {answerDueOn}',
  COMPLAINT_TAKEN_UP: 'Taken up',
  COMPLAINT_HANDED_OVER: 'Taken over by another officer',
  COMPLAINT_TRANSFERRED: 'Sent on to {office}, whose field it is',
  COMPLAINT_EXTENDED: 'Complicated: to be answered by {answerDueOn}',
  COMPLAINT_NOT_ADMITTED: 'Not admitted, with reasons',
  COMPLAINT_SUBSTANTIATED: 'Closed: found true',
  COMPLAINT_UNSUBSTANTIATED: 'Closed: not found true',
  COMPLAINT_UNSEALED: 'Sealed part opened; reason: {reason}',
}
