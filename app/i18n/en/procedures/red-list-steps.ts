import type { redListSteps as source } from '../../zh-CN/procedures/red-list-steps.ts'
import type { Translation } from '../../translate.ts'

export const redListSteps: Translation<typeof source> = {
  RED_LIST_NOMINATED_AUTHORITY: 'Nominated by an authority',
  RED_LIST_NOMINATED_CRITERIA: 'Found by the published criteria',
  RED_LIST_PUBLICITY_STARTED: 'Publicity ordered, {publicFromOn} to {publicUntilOn}',
  RED_LIST_TURNED_DOWN: 'Turned down before publicity',
  RED_LIST_WITHDRAWN: 'Withdrawn by the authority',
  RED_LIST_OBJECTED: 'Objection {number} received, answer by {answerDueOn}',
  RED_LIST_OBJECTION_UPHELD: 'Objection {number} upheld',
  RED_LIST_OBJECTION_REJECTED: 'Objection {number} rejected',
  RED_LIST_LISTED: 'Decided: on the red list, {decisionNumber}',
  RED_LIST_NOT_LISTED: 'Decided: not listed, {decisionNumber}',
  RED_LIST_REVIEW_KEPT: 'Yearly review: {number} kept',
  RED_LIST_REVIEW_REMOVED: 'Yearly review: {number} removed',
  RED_LIST_REMOVED: '{number} removed because of {cause}',
  RED_LIST_RESTORED: '{number} restored: {cause}, which had it removed, was annulled',
}
