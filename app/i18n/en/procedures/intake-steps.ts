import type { intakeSteps as source } from '../../zh-CN/procedures/intake-steps.ts'
import type { Translation } from '../../translate.ts'

export const intakeSteps: Translation<typeof source> = {
  FILED_WINDOW: 'Received at the window',
  FILED_POST: 'Received by post on {filedOn}',
  FILED_ONLINE: 'Filed online',
  FILED_SYSTEM: 'Received from the agency’s own system',
  TAKEN_UP: 'Taken up by an officer',
  MATERIAL_HANDED_IN: 'Material {seq} uploaded: {files}',
  CORRECTION_REQUESTED: 'Correction notice {number} issued: everything at once, {count} items',
  CORRECTED: 'Corrected: complete',
  CORRECTED_PARTLY: 'Corrections received, {count} still missing',
  ACCEPTED_NORMAL: 'Accepted, notice {number}; to be decided by {dueOn}',
  ACCEPTED_TOLERANT_ACCEPTANCE: 'Accepted on a promise (tolerant acceptance), notice {number}; to be decided by {dueOn}',
  ACCEPTED_TOLERANT_HANDLING: 'Handled on a promise (tolerant handling), notice {number}; to be decided by {dueOn}',
  DEEMED_ACCEPTED: 'No correction notice in time: counts as accepted since {deemedOn}; notice {number}, to be decided by {dueOn}',
  EXCEPTION_GRANTED: 'Exception by a manager ({basis}): {reasons}',
  PAUSED_SUPPLEMENT: 'Time limit paused until {untilOn} for a promised material; decision now due {dueOn} ({basis})',
  PAUSED_EXPERT_REVIEW: 'Time limit paused until {untilOn} for expert review; decision now due {dueOn} ({basis})',
  PAUSED_PUBLICITY: 'Time limit paused until {untilOn} for publicity or a hearing; decision now due {dueOn} ({basis})',
  RESUMED: 'The time limit runs again, decision due {dueOn}',
  CASE_DECIDED: 'Decided: approved',
  CASE_REFUSED: 'Decided: refused ({reason})',
  CASE_WITHDRAWN: 'Withdrawn by the applicant',
  CASE_NOT_ACCEPTED: 'Not accepted, notice {number} ({reason})',
}
