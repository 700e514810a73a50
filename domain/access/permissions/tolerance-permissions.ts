import type { Grant } from '../grant.ts'

/** Cases, promises and their truth (rulebook R1). */
export const tolerancePermissions = {
  'case.open': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] }],
  'case.accept': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] }],
  'case.view': [
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
    { to: ['APPLICANT'], only: ['isApplicant'] },
    { to: ['AUDITOR'], only: [] },
  ],
  // 行政许可法 29: an application may be made online; until it is filed it is the applicant's alone.
  'case.draft': [{ to: ['APPLICANT'], only: ['isPerson', 'actsForOwnSubject'] }],
  'case.withdraw': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'case.pause': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] }],
  // Only where a rule set provides for it; never by whoever handles the case.
  'case.except': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotOfficerOfCase', 'isNotPartyConcerned'] }],
  'material.handIn': [
    { to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] },
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
  ],
  // A result of the applicant's own engagement as material: the agency takes it in, the applicant offers it.
  'material.attach': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] }],
  'material.offer': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'supplement.receive': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] }],
  // R1: supplied at the window, online, or by an engagement's result; extended once by the agency, taken back by the applicant.
  'supplement.upload': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'commitment.extend': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] }],
  'commitment.withdraw': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'commitment.confirmSignature': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  // R1.3: anyone objects to what is in publicity; whoever handled the case does not answer.
  'publicity.object': [{ to: 'EVERYONE', only: [] }],
  'publicity.viewObjections': [
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
    { to: ['AUDITOR'], only: [] },
  ],
  'publicity.decideObjection': [
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotOfficerOfCase', 'isNotPartyConcerned'] },
  ],
  'commitment.view': [
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
    { to: ['APPLICANT'], only: ['isApplicant'] },
    { to: ['DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR'], only: [] },
  ],
  // R1.3, R1.4: the agency verifies afterwards; found untrue by another than who proposed it, never by the officer of the case.
  'verification.view': [
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
    { to: ['AUDITOR'], only: [] },
  ],
  'verification.plan': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfOwnOrganisation'] }],
  'verification.record': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotPartyConcerned'] }],
  'untrue.propose': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotPartyConcerned'] }],
  'untrue.defend': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'untrue.decide': [
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotReporter', 'isNotOfficerOfCase', 'isNotPartyConcerned'] },
  ],
  'untrue.view': [
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
    { to: ['APPLICANT'], only: ['isApplicant'] },
    { to: ['DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR'], only: [] },
  ],
  'workload.view': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isOfOwnOrganisation'] }],
  // R7: who uses tolerance unusually; a person looks, nothing is decided.
  'promise.oversee': [{ to: ['INVESTIGATOR', 'REFORM_OFFICE', 'AUDITOR'], only: [] }],
  'breach.object': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'breach.decideObjection': [{ to: ['APPEAL_REVIEWER'], only: ['isPerson', 'isNotOfficerOfCase', 'isNotPartyConcerned'] }],
} as const satisfies Record<string, readonly Grant[]>
