import type { Result } from '../kernel/result.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Role } from './role.ts'

export type OrganisationKind = 'ENTERPRISE' | 'INTERMEDIARY' | 'AGENCY' | 'REGULATOR' | 'REFORM_OFFICE' | 'PLATFORM'

/** The roles that members of an organisation, and keys for its own system, can hold, by the organisation's kind. Ours. */
export const rolesOfOrganisation: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  ENTERPRISE: ['APPLICANT'],
  INTERMEDIARY: ['INTERMEDIARY'],
  AGENCY: ['WINDOW_OFFICER', 'AGENCY_MANAGER'],
  REGULATOR: ['INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER'],
  REFORM_OFFICE: ['REFORM_OFFICE', 'INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'AUDITOR'],
  PLATFORM: ['AUDITOR', 'ADMINISTRATOR'],
}

export type RolesRefusal =
  | { readonly code: 'ROLES_UNFIT'; readonly unfit: readonly Role[]; readonly allowed: readonly Role[] }
  | { readonly code: 'ROLES_INCOMPATIBLE'; readonly roles: readonly Role[] }

/**
 * The roles as a member of such an organisation may hold them, each once and in one order. Who administers accounts does not audit: the
 * auditor is the one who sees what administrators did. Ours.
 */
export function fitRoles(kind: OrganisationKind, wanted: readonly Role[]): Result<readonly Role[], RolesRefusal> {
  const allowed = rolesOfOrganisation[kind]
  const unfit = wanted.filter((role) => !allowed.includes(role))
  if (unfit.length > 0) return refuse({ code: 'ROLES_UNFIT', unfit, allowed })
  const apart = ['AUDITOR', 'ADMINISTRATOR'] as const
  if (apart.every((role) => wanted.includes(role))) return refuse({ code: 'ROLES_INCOMPATIBLE', roles: apart })
  return ok(allowed.filter((role) => wanted.includes(role)))
}
