import type { Translation } from '../../translate.ts'
import type { procedureRefusal as source } from '../../zh-CN/listings/procedure-refusal.ts'

export const procedureRefusal: Translation<typeof source> = {
  NOTICE_NOT_SERVED: 'The notice has not been served on the party yet. Record its service first.',
  SERVED_BEFORE: 'This document has been served before.',
  SERVED_BEFORE_ISSUE: 'It can’t have been served before it was written ({issuedOn})',
  SERVICE_METHOD_REQUIRED: 'The party has no account on the platform. Choose another way of service.',
  INVESTIGATION_EXTENDED_BEFORE: 'An investigation is extended once only.',
  INVESTIGATION_OVERDUE:
    'The time for the investigation ended on {investigationDueOn} and can’t be extended any more. Serve the notice or close the case soon.',
  RECORD_IN_FUTURE: 'A record can’t be of a time to come.',
  NOT_JOINABLE: 'Cases of this kind know no joinder.',
  PARTY_IN_CASE: 'This party is in the case already.',
  HEARING_REQUESTED_BEFORE: 'A hearing has been asked for before.',
  HEARING_OPEN: 'The hearing is not over: nothing can be decided yet.',
  WRONG_HEARING_STATE: 'The hearing does not allow this step now. Load the page again to see where it stands.',
  HEARING_IS_A_RIGHT: 'The party has a right to this hearing; it can’t be refused.',
  HEARING_TOO_SOON: 'The party is told at least 7 working days ahead: the hearing can be after {afterOn}.',
  HEARING_NOT_BEGUN: 'The hour of the hearing has not come yet.',
  HEARING_NOTICE_NOT_SERVED: 'The notice of the hearing has not been served yet: the party can’t have stayed away.',
  NOT_PRESIDER_OF_HEARING: 'For whoever presides over the hearing.',
}
