import type { Grant } from '../grant.ts'

/** Complaints, findings, remedies, lists, checks and the rating (rulebook R5 to R7). */
export const creditPermissions = {
  // R7, 河南条例 art. 78: anyone; who it was is sealed, and opened by nobody but whoever handles it. The handler is never who filed it.
  'complaint.file': [{ to: 'EVERYONE', only: [] }],
  'complaint.view': [
    { to: ['INVESTIGATOR', 'REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned'] },
    { to: ['AUDITOR'], only: ['isPerson'] },
  ],
  'complaint.audit': [{ to: ['AUDITOR'], only: ['isPerson'] }],
  'complaint.handle': [
    { to: ['INVESTIGATOR', 'REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotReporter', 'isNotPartyConcerned'] },
  ],
  'complaint.unseal': [
    {
      to: ['INVESTIGATOR', 'REFORM_OFFICE'],
      only: ['isPerson', 'isOfOwnOrganisation', 'isNotReporter', 'isNotPartyConcerned', 'isOfficerOfCase'],
    },
  ],

  'violation.report': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'REFORM_OFFICE'], only: ['isPerson'] }],
  'violation.investigate': [{ to: ['INVESTIGATOR'], only: ['isPerson', 'isNotReporter', 'isNotPartyConcerned'] }],
  'violation.notify': [
    {
      to: ['INVESTIGATOR'],
      only: ['isPerson', 'isInvestigatorOfCase', 'isNotReporter', 'isNotPartyConcerned'],
    },
  ],
  'violation.defend': [{ to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPerson', 'isPartyConcerned'] }],
  'violation.decide': [
    {
      to: ['DECIDER'],
      only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotPartyConcerned'],
    },
  ],
  'violation.suspend': [
    {
      to: ['DECIDER'],
      only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotPartyConcerned'],
    },
  ],
  // 送达: whoever handles the case puts on record that a document reached its party.
  'violation.serve': [{ to: ['INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE'], only: ['isPerson', 'isNotPartyConcerned'] }],
  // R5: nobody who reported or investigated presides over the hearing.
  'hearing.waive': [
    { to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPerson', 'isPartyConcerned'] },
    { to: ['DECIDER', 'REFORM_OFFICE'], only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotPartyConcerned'] },
  ],
  'hearing.conduct': [
    {
      to: ['DECIDER', 'REFORM_OFFICE'],
      only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotPartyConcerned'],
    },
  ],
  'violation.view': [
    { to: ['INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR'], only: [] },
    { to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPartyConcerned'] },
  ],

  // R5: the party appeals; a reviewer outside the chain of who decided, who did nothing else in the case, decides afresh.
  'appeal.file': [{ to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPerson', 'isPartyConcerned'] }],
  'appeal.review': [
    {
      to: ['APPEAL_REVIEWER'],
      only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotDecider', 'isOutsideDecidingChain', 'isNotPartyConcerned'],
    },
  ],
  'repair.apply': [{ to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPerson', 'isPartyConcerned'] }],
  'repair.decide': [{ to: ['DECIDER'], only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotPartyConcerned'] }],
  // 河南条例 art. 41: whoever the data is about; who recorded it does not judge it.
  'dataObjection.file': [{ to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPerson', 'isPartyConcerned'] }],
  'dataObjection.decide': [{ to: ['APPEAL_REVIEWER', 'REFORM_OFFICE'], only: ['isPerson', 'isNotReporter', 'isNotPartyConcerned'] }],
  'remedy.view': [
    { to: ['INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR'], only: [] },
    { to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPartyConcerned'] },
  ],
  'alert.view': [{ to: ['INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE', 'AUDITOR'], only: [] }],
  'alert.handle': [{ to: ['INVESTIGATOR', 'REFORM_OFFICE'], only: ['isPerson'] }],

  // R5, R6: an authority nominates, the office that keeps the lists examines and publicises, a third decides; anyone may object.
  'redList.nominate': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned'] }],
  'redList.withdraw': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfOwnOrganisation'] }],
  'redList.examine': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isNotReporter', 'isNotPartyConcerned'] }],
  'redList.decide': [{ to: ['DECIDER'], only: ['isPerson', 'isNotReporter', 'isNotInvestigator', 'isNotPartyConcerned'] }],
  'redList.review': [{ to: ['DECIDER'], only: ['isPerson', 'isNotReporter', 'isNotPartyConcerned'] }],
  'redList.object': [{ to: 'EVERYONE', only: [] }],
  'redList.view': [
    { to: ['DECIDER', 'REFORM_OFFICE', 'AUDITOR'], only: [] },
    { to: ['AGENCY_MANAGER'], only: ['isOfOwnOrganisation'] },
  ],

  'credit.check': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE'], only: [] }],
  'receipt.view': [
    {
      to: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE', 'AUDITOR'],
      only: [],
    },
    { to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPartyConcerned'] },
  ],

  // R6: rules of the rating are drafted by one and put in force by another; an authority keeps its own standard in its own name.
  'ruleSet.view': [{ to: ['REFORM_OFFICE', 'AGENCY_MANAGER', 'AUDITOR'], only: ['isPerson'] }],
  'ruleSet.draft': [
    { to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation'] },
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] },
  ],
  'ruleSet.publish': [
    { to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotReporter'] },
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotReporter'] },
  ],
  'assessment.record': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotPartyConcerned'] }],
  'assessment.annul': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotReporter', 'isNotPartyConcerned'] }],
  'honour.record': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isNotPartyConcerned'] }],
  'honour.annul': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isNotReporter', 'isNotPartyConcerned'] }],
  'creditAccount.view': [{ to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPartyConcerned'] }],
} as const satisfies Record<string, readonly Grant[]>
