import type { Role } from '#domain/access/role.ts'

/** The public navigation, in its order; the texts are shell:nav.<key>. */
export const publicNavigation = [
  { key: 'intermediaries', to: '/intermediaries' },
  { key: 'selections', to: '/selections' },
  { key: 'catalogue', to: '/catalogue' },
  { key: 'guides', to: '/guides' },
  { key: 'redList', to: '/red-list' },
  { key: 'blacklist', to: '/blacklist' },
  { key: 'verify', to: '/verify' },
] as const

/** The rail of the window officers; the texts are shell:agency.<key>. */
export const agencyNavigation = [
  { key: 'queue', to: '/agency' },
  { key: 'accept', to: '/agency/cases/new' },
  { key: 'imports', to: '/agency/imports' },
  { key: 'checks', to: '/agency/check' },
  { key: 'commitments', to: '/agency/commitments' },
  { key: 'verification', to: '/agency/verification' },
  { key: 'statistics', to: '/agency/statistics' },
  { key: 'reviews', to: '/agency/reviews', may: 'review.queue' },
  { key: 'nominations', to: '/agency/nominations', may: 'redList.nominate' },
  { key: 'standards', to: '/agency/standards', may: 'ruleSet.draft' },
  { key: 'catalogue', to: '/agency/catalogue', may: 'catalogueChange.view' },
  { key: 'apiKeys', to: '/agency/api-keys', may: 'apiKey.view' },
] as const

/** The rail of the regulators; the texts are shell:regulator.<key>. */
export const regulatorNavigation = [
  { key: 'dashboard', to: '/regulator', may: 'violation.view' },
  { key: 'cases', to: '/regulator/cases', may: 'violation.view' },
  { key: 'report', to: '/regulator/cases/new', may: 'violation.report' },
  { key: 'complaints', to: '/regulator/complaints', may: 'complaint.view' },
  { key: 'redList', to: '/regulator/red-list', may: 'redList.view' },
  { key: 'entries', to: '/regulator/entries', may: 'entry.queue' },
  { key: 'selections', to: '/regulator/selections', may: 'selection.supervise' },
  { key: 'draws', to: '/regulator/draws', may: 'draw.enterLottery' },
  { key: 'ruleSets', to: '/regulator/rule-sets', may: 'ruleSet.view' },
  { key: 'reviews', to: '/regulator/reviews', may: 'review.viewHidden' },
  { key: 'alerts', to: '/regulator/alerts', may: 'alert.view' },
  { key: 'promises', to: '/regulator/promises', may: 'promise.oversee' },
  { key: 'disputes', to: '/regulator/disputes', may: 'dispute.oversee' },
  { key: 'supervisionKeys', to: '/regulator/keys', may: 'sealing.keepKeys' },
  { key: 'catalogue', to: '/regulator/catalogue', may: 'catalogueChange.view' },
  { key: 'remedies', to: '/regulator/appeals', may: 'remedy.view' },
  { key: 'objections', to: '/regulator/objections', may: 'breach.decideObjection' },
  { key: 'registerChanges', to: '/regulator/register-changes', may: 'registerChange.decide' },
  { key: 'ties', to: '/regulator/ties', may: 'affiliation.record' },
  { key: 'preselection', to: '/regulator/preselection', may: 'preselection.keep' },
  { key: 'sharedPractitioners', to: '/regulator/shared-practitioners', may: 'practitioner.viewFlagged' },
  { key: 'imports', to: '/regulator/imports', may: 'import.view' },
  { key: 'accounts', to: '/regulator/admin-users', may: 'member.view' },
  { key: 'organisations', to: '/regulator/admin-organisations', may: 'member.view' },
  { key: 'apiKeys', to: '/regulator/api-keys', may: 'apiKey.view' },
  { key: 'audit', to: '/regulator/audit', may: 'audit.view' },
] as const

/** Where each audience works; the texts are shell:area.<key>. */
const areas = [
  { key: 'owner', to: '/owner', roles: ['APPLICANT'] },
  { key: 'intermediary', to: '/intermediary', roles: ['INTERMEDIARY'] },
  { key: 'agency', to: '/agency', roles: ['WINDOW_OFFICER', 'AGENCY_MANAGER'] },
  {
    key: 'regulator',
    to: '/regulator',
    roles: ['INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR', 'ADMINISTRATOR'],
  },
] as const satisfies readonly { readonly key: string; readonly to: string; readonly roles: readonly Role[] }[]

/** The areas a person with these roles has. */
export const areasOf = (roles: readonly Role[]) => areas.filter((area) => area.roles.some((role) => roles.includes(role)))
