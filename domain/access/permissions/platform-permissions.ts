import type { Grant } from '../grant.ts'

/** Accounts, keys, messages and tables; and what the worker does, which decides nothing. */
export const platformPermissions = {
  'redList.keep': [{ to: 'SYSTEM', only: [] }],

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
