import type { Grant } from '../grant.ts'

/** The register, free choice, engagements, reviews and the catalogue (rulebook R2 to R4). */
export const marketPermissions = {
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
} as const satisfies Record<string, readonly Grant[]>
