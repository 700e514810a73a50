import type { Condition } from './condition.ts'
import type { Role } from './role.ts'

/**
 * One way to hold a permission: to whom, and what must also be true. Everyone includes visitors who aren't signed in; signed in
 * means a person; system is the worker. Several grants of one permission stand side by side: one of them is enough.
 */
export interface Grant {
  readonly to: 'EVERYONE' | 'SIGNED_IN' | 'SYSTEM' | readonly Role[]
  readonly only: readonly Condition[]
}

/**
 * Who may do what, whole. Separation of duties (rulebook R5) is in the conditions: who reports is not who investigates, who is
 * not who decides; who handled the case does not hear the objection.
 */
export const permissions = {
  'register.search': [{ to: 'EVERYONE', only: [] }],
  'register.view': [{ to: 'EVERYONE', only: [] }],
  'list.view': [{ to: 'EVERYONE', only: [] }],
  'account.open': [{ to: 'EVERYONE', only: [] }],

  // R3: open to every qualified institution; whoever may check an entry never checks the own one.
  'entry.start': [{ to: 'SIGNED_IN', only: ['isPerson'] }],
  'entry.edit': [{ to: 'SIGNED_IN', only: ['isPerson', 'isEntrant'] }],
  'entry.view': [
    { to: 'SIGNED_IN', only: ['isPerson', 'isEntrant'] },
    { to: ['REFORM_OFFICE'], only: ['isPerson'] },
  ],
  'entry.queue': [{ to: ['REFORM_OFFICE'], only: ['isPerson'] }],
  'entry.check': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isNotEntrant'] }],
  'entry.object': [{ to: 'EVERYONE', only: [] }],
  'registerChange.request': [{ to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] }],
  // What a firm did not declare; it can object, and another officer hears it.
  'affiliation.record': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isNotPartyConcerned'] }],
  'registerChange.decide': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isNotPartyConcerned'] }],
  'registerChange.view': [
    { to: ['REFORM_OFFICE', 'AUDITOR'], only: [] },
    { to: ['INTERMEDIARY'], only: ['isIntermediary'] },
  ],
  'practitioner.viewFlagged': [{ to: ['REFORM_OFFICE', 'INVESTIGATOR', 'AUDITOR'], only: [] }],

  // The system's line is for loading registers that were checked elsewhere (an import, the demo data).
  'intermediary.register': [
    { to: ['REFORM_OFFICE'], only: ['isPerson'] },
    { to: 'SYSTEM', only: [] },
  ],
  'applicant.register': [
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'ADMINISTRATOR'], only: ['isPerson'] },
    { to: 'SYSTEM', only: [] },
  ],

  // 003 三(三): kept by a reform office, in its own name; a firm joins by itself.
  'preselection.keep': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation'] }],
  'preselection.join': [{ to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] }],

  // 003 三(三): agencies can't choose, recommend or designate; only the applicant chooses.
  'engagement.choose': [{ to: ['APPLICANT'], only: ['isPerson', 'actsForOwnSubject'] }],
  // R3: only the owner of the project acts in a selection; everyone sees it; the supervising body hears objections.
  'selection.view': [{ to: 'EVERYONE', only: [] }],
  'selection.draft': [{ to: ['APPLICANT'], only: ['isPerson', 'actsForOwnSubject'] }],
  'selection.manage': [{ to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] }],
  'selection.signUp': [{ to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] }],
  'selection.object': [{ to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] }],
  // The keys of sealed quotes are the supervising body's; no administrator of the platform is among those who hold them.
  'sealing.keepKeys': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation'] }],
  // Two people who don't see each other's entry; never a party, never the owner.
  'draw.enterLottery': [
    { to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned'] },
    { to: ['AUDITOR'], only: ['isPerson', 'isNotPartyConcerned'] },
  ],
  'selection.supervise': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned'] }],
  'engagement.view': [
    { to: ['APPLICANT'], only: ['isApplicant'] },
    { to: ['INTERMEDIARY'], only: ['isIntermediary'] },
  ],
  // R4: contract, result and disputes are between the two parties; agencies have no hand in any of it.
  'engagement.act': [
    { to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] },
    { to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] },
  ],
  'file.upload': [{ to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPerson', 'actsForOwnSubject'] }],
  // Which files: services/files/visible-files.ts.
  'file.view': [
    { to: ['APPLICANT', 'INTERMEDIARY', 'WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'DECIDER'], only: [] },
    { to: ['APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR'], only: [] },
  ],
  'dispute.oversee': [{ to: ['REFORM_OFFICE', 'AUDITOR'], only: [] }],
  'dispute.answer': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned'] }],

  // R4: owner, competent authority and centre, nobody of the party that is rated; which body rates is found by item and division.
  'review.give': [
    { to: ['APPLICANT'], only: ['isPerson', 'isApplicant'] },
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency', 'isNotPartyConcerned'] },
    { to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned'] },
  ],
  'review.queue': [{ to: ['AGENCY_MANAGER', 'REFORM_OFFICE'], only: ['isPerson'] }],
  'review.reply': [{ to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] }],
  'review.moderate': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation', 'isNotPartyConcerned', 'isNotReporter'] }],
  'review.viewHidden': [{ to: ['REFORM_OFFICE', 'AUDITOR'], only: [] }],

  // Fees and services are the firm's own word: nobody writes them for it but an import of the register.
  'offering.maintain': [{ to: ['INTERMEDIARY'], only: ['isPerson', 'isIntermediary'] }],

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

  // 001 三(二)5: the responsible agency applies, the reform offices decide, each in its own body's name.
  'catalogueChange.apply': [{ to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] }],
  'catalogueChange.handle': [{ to: ['REFORM_OFFICE'], only: ['isPerson', 'isOfOwnOrganisation'] }],
  'catalogueChange.view': [
    { to: ['REFORM_OFFICE', 'AUDITOR'], only: [] },
    { to: ['AGENCY_MANAGER'], only: ['isOfCaseAgency'] },
  ],

  // Who was demanded something reports it; the agency never learns by whom (河南条例 art. 78).
  'demand.report': [{ to: ['APPLICANT'], only: ['isPerson', 'actsForOwnSubject'] }],
  'demand.view': [{ to: ['APPLICANT'], only: ['isApplicant'] }],
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
  'redList.keep': [{ to: 'SYSTEM', only: [] }],

  'credit.check': [{ to: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE'], only: [] }],
  'receipt.view': [
    {
      to: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE', 'AUDITOR'],
      only: [],
    },
    { to: ['APPLICANT', 'INTERMEDIARY'], only: ['isPartyConcerned'] },
  ],

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

  // Each sees the messages addressed to the own subject, account, and roles in the own body; the where-clause does the rest.
  'notification.view': [{ to: 'SIGNED_IN', only: [] }],
  // Each saves and sees their own searches only.
  'search.save': [{ to: 'SIGNED_IN', only: ['isPerson'] }],

  'audit.view': [{ to: ['AUDITOR'], only: [] }],
  // Tables of the whole register: by a person of the office that keeps it. What everyone may download has no names of persons.
  'import.run': [
    { to: ['REFORM_OFFICE'], only: ['isPerson'] },
    // Cases only, of the own agency: services/bulk/demand-import.ts.
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] },
  ],
  'import.view': [
    { to: ['REFORM_OFFICE', 'AUDITOR'], only: ['isPerson'] },
    { to: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], only: ['isPerson', 'isOfCaseAgency'] },
  ],
  'register.exportWhole': [{ to: ['REFORM_OFFICE', 'AUDITOR'], only: ['isPerson'] }],
  'calendar.load': [{ to: ['REFORM_OFFICE'], only: ['isPerson'] }],
  'apiKey.issue': [
    { to: ['ADMINISTRATOR'], only: ['isPerson'] },
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfOwnOrganisation'] },
  ],
  'apiKey.revoke': [
    { to: ['ADMINISTRATOR'], only: ['isPerson'] },
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfOwnOrganisation'] },
  ],
  'apiKey.view': [
    { to: ['ADMINISTRATOR'], only: ['isPerson'] },
    { to: ['AGENCY_MANAGER'], only: ['isPerson', 'isOfOwnOrganisation'] },
  ],
  'member.manage': [
    { to: ['ADMINISTRATOR'], only: ['isPerson'] },
    { to: 'SYSTEM', only: [] },
  ],
  'member.view': [{ to: ['ADMINISTRATOR'], only: ['isPerson'] }],
  // Nobody changes what they may do themselves.
  'account.administer': [{ to: ['ADMINISTRATOR'], only: ['isPerson', 'isNotOwnAccount'] }],
  // Only a rehearsal has a settable clock; the use case refuses it everywhere else.
  'clock.set': [{ to: 'SIGNED_IN', only: [] }],
  'standing.verify': [{ to: ['AUDITOR', 'ADMINISTRATOR'], only: [] }],

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
  'rating.run': [{ to: 'SYSTEM', only: [] }],

  'deadline.remind': [{ to: 'SYSTEM', only: [] }],
  'engagement.keep': [{ to: 'SYSTEM', only: [] }],
  'file.sweep': [{ to: 'SYSTEM', only: [] }],
  'case.deem': [{ to: 'SYSTEM', only: [] }],
  'catalogue.putInForce': [{ to: 'SYSTEM', only: [] }],
  'entry.list': [{ to: 'SYSTEM', only: [] }],
  'selection.advance': [{ to: 'SYSTEM', only: [] }],
  'registerChange.carryOut': [{ to: 'SYSTEM', only: [] }],
  'mail.send': [{ to: 'SYSTEM', only: [] }],
  'formCheck.watch': [{ to: 'SYSTEM', only: [] }],
  'promise.watch': [{ to: 'SYSTEM', only: [] }],
  'import.execute': [{ to: 'SYSTEM', only: [] }],
  'breach.record': [{ to: 'SYSTEM', only: [] }],
  'listing.openCase': [{ to: 'SYSTEM', only: [] }],
  'remedy.remind': [{ to: 'SYSTEM', only: [] }],
  'standing.rebuild': [{ to: 'SYSTEM', only: [] }],
  'complaint.sweep': [{ to: 'SYSTEM', only: [] }],
} as const satisfies Record<string, readonly Grant[]>

export type Permission = keyof typeof permissions
