import type { remedySteps as source } from '../../zh-CN/procedures/remedy-steps.ts'
import type { Translation } from '../../translate.ts'

export const remedySteps: Translation<typeof source> = {
  APPEAL_FILED: 'The party filed appeal {number}; the answer is due on {dueOn}',
  APPEAL_WITHDRAWN: 'The party withdrew appeal {number}',
  APPEAL_TAKEN_UP: 'A reviewer took up appeal {number}',
  APPEAL_NOT_ADMITTED: 'Appeal {number} was not admitted, document {decisionNumber}',
  APPEAL_ANNULLED: 'Appeal {number}: the decision was annulled, document {decisionNumber}',
  APPEAL_VARIED: 'Appeal {number}: the decision was varied, document {decisionNumber}',
  APPEAL_UPHELD: 'Appeal {number}: the decision was upheld, document {decisionNumber}',
  APPEAL_SETTLED: 'The decision was annulled for another reason; appeal {number} ended',
  DECISION_ANNULLED: 'Decision {decisionNumber} was annulled and counts as never made',
  REPAIR_FILED: 'The party applied for repair {number}; the decision is due on {dueOn}',
  REPAIR_WITHDRAWN: 'The party withdrew its application for repair {number}',
  REPAIR_GRANTED: 'Repair granted, document {decisionNumber}; publicity and effects ended together',
  REPAIR_REFUSED: 'Repair refused, document {decisionNumber}',
  REPAIR_SETTLED: 'The list entry was annulled; repair {number} ended',
  DATA_OBJECTED: 'The party objected to data ({number}), marked at once; the answer is due on {dueOn}',
  DATA_SOURCE_ASKED: 'The source of the data has to be asked; the answer is now due on {dueOn}',
  DATA_OBJECTION_UPHELD: 'Objection {number} was upheld and the data put right',
  DATA_OBJECTION_REJECTED: 'Objection {number} was rejected',
}
