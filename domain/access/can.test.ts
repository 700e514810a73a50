import { describe, expect, it, test } from 'vitest'
import { can, couldEver } from './can.ts'
import type { Permission, PermissionSubject } from './can.ts'
import { permissionHolders } from './permission-holders.fixture.ts'
import { permissions } from './permission.ts'
import { roles } from './role.ts'
import type { Role } from './role.ts'
import { anonymous, systemViewer } from './viewer.ts'
import type { Viewer } from './viewer.ts'

const person = (role: Role, changes: Partial<Viewer> = {}): Viewer => ({
  kind: 'USER',
  userId: 'user-own',
  name: '王芳',
  organisationId: 'organisation-own',
  subjectId: 'subject-own',
  roles: [role],
  ...changes,
})
const key = (role: Role): Viewer => person(role, { kind: 'API_KEY', userId: null, name: null })

/** A thing on which each role finds its own condition fulfilled. */
const fitting: Record<Role, PermissionSubject> = (() => {
  const others: PermissionSubject = {
    agencyOrganisationId: 'organisation-own',
    organisationId: 'organisation-own',
    applicantSubjectId: 'subject-other',
    intermediarySubjectId: 'subject-other',
    concernedSubjectId: 'subject-other',
    reporterUserId: 'user-other',
    investigatorUserId: 'user-third',
    deciderUserId: 'user-other',
    decidingChain: ['organisation-other'],
    officerUserId: 'user-other',
    entrantUserId: 'user-other',
    accountUserId: 'user-other',
  }
  const all = Object.fromEntries(roles.map((role) => [role, others])) as Record<Role, PermissionSubject>
  return {
    ...all,
    APPLICANT: { ...others, applicantSubjectId: 'subject-own', concernedSubjectId: 'subject-own' },
    INTERMEDIARY: { ...others, intermediarySubjectId: 'subject-own', concernedSubjectId: 'subject-own' },
    INVESTIGATOR: { ...others, investigatorUserId: 'user-own' },
  }
})()

/** Whoever asks may be the applicant of an entry: these are asked of the own one. */
const ofOwnEntry: readonly Permission[] = ['entry.edit', 'entry.view']
const fittingFor = (permission: Permission, role: Role): PermissionSubject =>
  ofOwnEntry.includes(permission)
    ? { ...fitting[role], entrantUserId: 'user-own' }
    : permission === 'complaint.unseal'
      ? { ...fitting[role], officerUserId: 'user-own' }
      : fitting[role]

const all = Object.keys(permissions) as Permission[]
const sorted = (list: readonly Role[]) => [...list].sort()

describe('every role × every permission', () => {
  test.each(all)('%s', (permission) => {
    const [people, keys] = permissionHolders[permission]
    expect(roles.filter((role) => can(person(role), permission, fittingFor(permission, role)))).toEqual(
      roles.filter((role) => people.includes(role)),
    )
    expect(roles.filter((role) => can(key(role), permission, fittingFor(permission, role)))).toEqual(
      roles.filter((role) => keys.includes(role)),
    )
  })

  test.each(all)('%s: whoever may, could ever; nobody else is shown the way', (permission) => {
    const [people, keys] = permissionHolders[permission]
    expect(sorted(roles.filter((role) => couldEver(person(role), permission)))).toEqual(sorted(people))
    expect(sorted(roles.filter((role) => couldEver(key(role), permission)))).toEqual(sorted(keys))
  })

  it('a visitor who is not signed in sees the public part only', () =>
    expect(all.filter((permission) => can(anonymous, permission, fitting.APPLICANT))).toEqual([
      'register.search',
      'register.view',
      'list.view',
      'account.open',
      'entry.object',
      'selection.view',
      'complaint.file',
      'redList.object',
      'publicity.object',
    ]))

  it('an anonymous viewer gains nothing by carrying roles', () =>
    expect(all.filter((permission) => can({ ...anonymous, roles }, permission, fitting.DECIDER))).toHaveLength(9))

  it('the system loads registers, records, opens and rebuilds, and nothing else', () =>
    expect(all.filter((permission) => can({ ...systemViewer, roles }, permission, fitting.DECIDER))).toEqual([
      'intermediary.register',
      'applicant.register',
      'redList.keep',
      'member.manage',
      'rating.run',
      'deadline.remind',
      'engagement.keep',
      'file.sweep',
      'case.deem',
      'catalogue.putInForce',
      'entry.list',
      'selection.advance',
      'registerChange.carryOut',
      'mail.send',
      'formCheck.watch',
      'promise.watch',
      'import.execute',
      'breach.record',
      'listing.openCase',
      'remedy.remind',
      'standing.rebuild',
      'complaint.sweep',
    ]))

  it('a signed-in person without a role may do no more than a visitor, enter an institution, keep searches and set the rehearsal clock', () =>
    expect(all.filter((permission) => can(person('APPLICANT', { roles: [] }), permission, fitting.APPLICANT))).toEqual([
      'register.search',
      'register.view',
      'list.view',
      'account.open',
      'entry.start',
      'entry.object',
      'selection.view',
      'complaint.file',
      'redList.object',
      'publicity.object',
      'notification.view',
      'search.save',
      'clock.set',
    ]))
})

describe('R5: separation of duties', () => {
  const outside: PermissionSubject = {
    reporterUserId: null,
    investigatorUserId: 'user-third',
    deciderUserId: 'user-other',
    decidingChain: ['city', 'organisation-other'],
  }
  const both = person('INVESTIGATOR', { roles: ['INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE'] })
  test.each<[string, Permission, PermissionSubject, boolean]>([
    ['who reported does not investigate', 'violation.investigate', { reporterUserId: 'user-own' }, false],
    ['another investigates', 'violation.investigate', { reporterUserId: 'user-other' }, true],
    ['nobody reported: the system opened it', 'violation.investigate', { reporterUserId: null }, true],
    [
      'only the investigator of the case gives notice',
      'violation.notify',
      { reporterUserId: null, investigatorUserId: 'user-other' },
      false,
    ],
    ['the investigator gives notice', 'violation.notify', { reporterUserId: null, investigatorUserId: 'user-own' }, true],
    ['who reported does not decide', 'violation.decide', { reporterUserId: 'user-own', investigatorUserId: 'user-third' }, false],
    ['who investigated does not decide', 'violation.decide', { reporterUserId: 'user-other', investigatorUserId: 'user-own' }, false],
    ['a third decides', 'violation.decide', { reporterUserId: 'user-other', investigatorUserId: 'user-third' }, true],
    ['a listing case of the system is decided by an officer', 'violation.decide', { reporterUserId: null, investigatorUserId: null }, true],
    ['who reported does not suspend', 'violation.suspend', { reporterUserId: 'user-own', investigatorUserId: null }, false],
    ['who investigated does not suspend', 'violation.suspend', { reporterUserId: null, investigatorUserId: 'user-own' }, false],
    [
      'who filed a complaint does not handle it',
      'complaint.handle',
      { organisationId: 'organisation-own', reporterUserId: 'user-own' },
      false,
    ],
    ['a colleague does', 'complaint.handle', { organisationId: 'organisation-own', reporterUserId: 'user-other' }, true],
    ['another office does not', 'complaint.handle', { organisationId: 'organisation-other', reporterUserId: null }, false],
    [
      'only the handler opens the sealed part',
      'complaint.unseal',
      { organisationId: 'organisation-own', reporterUserId: null, officerUserId: 'user-other' },
      false,
    ],
    ['the handler may', 'complaint.unseal', { organisationId: 'organisation-own', reporterUserId: null, officerUserId: 'user-own' }, true],
    ['who nominated does not examine', 'redList.examine', { reporterUserId: 'user-own' }, false],
    ['who nominated does not decide on the red list', 'redList.decide', { reporterUserId: 'user-own', investigatorUserId: null }, false],
    ['who publicised does not decide on the red list', 'redList.decide', { reporterUserId: null, investigatorUserId: 'user-own' }, false],
    ['a third does', 'redList.decide', { reporterUserId: 'user-other', investigatorUserId: 'user-third' }, true],
    ['who reported does not hear the appeal', 'appeal.review', { ...outside, reporterUserId: 'user-own' }, false],
    ['who investigated does not hear the appeal', 'appeal.review', { ...outside, investigatorUserId: 'user-own' }, false],
    ['who decided does not hear the appeal', 'appeal.review', { ...outside, deciderUserId: 'user-own' }, false],
    ['nobody of the deciding chain hears it', 'appeal.review', { ...outside, decidingChain: ['city', 'organisation-own'] }, false],
    ['nobody hears it while it is not known who decided', 'appeal.review', { ...outside, decidingChain: null }, false],
    ['someone of another body hears it', 'appeal.review', outside, true],
    ['who investigated does not decide on the repair', 'repair.decide', { ...outside, investigatorUserId: 'user-own' }, false],
    ['who recorded data does not judge it', 'dataObjection.decide', { reporterUserId: 'user-own' }, false],
    ['who handled the case does not hear the objection', 'breach.decideObjection', { officerUserId: 'user-own' }, false],
    ['another hears it', 'breach.decideObjection', { officerUserId: 'user-other' }, true],
    [
      'nobody decides on the own firm',
      'violation.decide',
      { reporterUserId: null, investigatorUserId: null, concernedSubjectId: 'subject-own' },
      false,
    ],
    ['nobody checks a change of the own firm', 'registerChange.decide', { concernedSubjectId: 'subject-own' }, false],
    ['nobody hears the own objection', 'breach.decideObjection', { officerUserId: 'user-other', applicantSubjectId: 'subject-own' }, false],
  ])('%s', (_, permission, subject, isAllowed) => expect(can(both, permission, subject)).toBe(isAllowed))

  it('who handled a case grants no exception in it; another manager may, where it is known who handled it', () => {
    const grants = (officerUserId?: string | null) =>
      can(person('AGENCY_MANAGER'), 'case.except', { agencyOrganisationId: 'organisation-own', officerUserId })
    expect([grants('user-own'), grants('user-other'), grants(null), grants(undefined)]).toEqual([false, true, true, false])
  })

  test.each<Permission>([
    'violation.investigate',
    'violation.notify',
    'violation.decide',
    'violation.suspend',
    'breach.decideObjection',
    'appeal.review',
    'repair.decide',
    'dataObjection.decide',
  ])('%s is refused while it is unknown who did the other steps', (permission) => expect(can(both, permission)).toBe(false))
})

describe('own affairs and own agency only', () => {
  const elsewhere: PermissionSubject = {
    agencyOrganisationId: 'organisation-other',
    organisationId: 'organisation-other',
    applicantSubjectId: 'subject-other',
    intermediarySubjectId: 'subject-other',
    concernedSubjectId: 'subject-other',
  }
  test.each<[Role, Permission]>([
    ['WINDOW_OFFICER', 'case.open'],
    ['WINDOW_OFFICER', 'case.accept'],
    ['WINDOW_OFFICER', 'case.view'],
    ['WINDOW_OFFICER', 'case.pause'],
    ['WINDOW_OFFICER', 'material.handIn'],
    ['AGENCY_MANAGER', 'case.except'],
    ['APPLICANT', 'case.withdraw'],
    ['APPLICANT', 'material.handIn'],
    ['WINDOW_OFFICER', 'supplement.receive'],
    ['WINDOW_OFFICER', 'commitment.view'],
    ['WINDOW_OFFICER', 'verification.view'],
    ['WINDOW_OFFICER', 'verification.record'],
    ['WINDOW_OFFICER', 'untrue.propose'],
    ['AGENCY_MANAGER', 'untrue.decide'],
    ['AGENCY_MANAGER', 'workload.view'],
    ['APPLICANT', 'untrue.defend'],
    ['AGENCY_MANAGER', 'apiKey.issue'],
    ['APPLICANT', 'engagement.view'],
    ['APPLICANT', 'case.view'],
    ['APPLICANT', 'breach.object'],
    ['APPLICANT', 'violation.defend'],
    ['APPLICANT', 'receipt.view'],
    ['INTERMEDIARY', 'engagement.view'],
    ['INTERMEDIARY', 'violation.view'],
    ['INTERMEDIARY', 'registerChange.request'],
    ['INTERMEDIARY', 'registerChange.view'],
  ])('%s, %s: not those of others, and not where nothing is known', (role, permission) => {
    expect(can(person(role), permission, elsewhere)).toBe(false)
    expect(can(person(role), permission)).toBe(false)
  })

  it('a viewer without organisation or subject matches no thing without one', () => {
    const nowhere = person('WINDOW_OFFICER', { organisationId: null, subjectId: null })
    expect(can(nowhere, 'case.open', { agencyOrganisationId: null })).toBe(false)
    expect(can({ ...nowhere, roles: ['APPLICANT'] }, 'engagement.view', { applicantSubjectId: null })).toBe(false)
    expect(can({ ...nowhere, roles: ['APPLICANT'] }, 'engagement.choose')).toBe(false)
  })
})
