import { describe, expect, test } from 'vitest'
import { fitRoles, rolesOfOrganisation } from './organisation-roles.ts'
import type { OrganisationKind } from './organisation-roles.ts'
import { roles } from './role.ts'
import type { Role } from './role.ts'

describe('roles of a member', () => {
  test.each<[OrganisationKind, readonly Role[], readonly Role[]]>([
    ['AGENCY', ['AGENCY_MANAGER', 'WINDOW_OFFICER'], ['WINDOW_OFFICER', 'AGENCY_MANAGER']],
    ['REGULATOR', ['DECIDER', 'DECIDER'], ['DECIDER']],
    ['PLATFORM', ['AUDITOR'], ['AUDITOR']],
    ['INTERMEDIARY', ['INTERMEDIARY'], ['INTERMEDIARY']],
    ['ENTERPRISE', [], []],
  ])('%s: %j become %j, each once and in one order', (kind, wanted, expected) => {
    expect(fitRoles(kind, wanted)).toEqual({ ok: true, value: expected })
  })

  test.each(Object.entries(rolesOfOrganisation))('%s: any role not its own is refused, with those it may have', (kind, allowed) => {
    for (const role of roles.filter((each) => !allowed.includes(each)))
      expect(fitRoles(kind as OrganisationKind, [...allowed.slice(0, 1), role])).toEqual({
        ok: false,
        refusal: { code: 'ROLES_UNFIT', unfit: [role], allowed },
      })
  })

  test('an administrator is no auditor', () => {
    expect(fitRoles('PLATFORM', ['ADMINISTRATOR', 'AUDITOR'])).toEqual({
      ok: false,
      refusal: { code: 'ROLES_INCOMPATIBLE', roles: ['AUDITOR', 'ADMINISTRATOR'] },
    })
  })
})
