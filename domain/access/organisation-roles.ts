import type { Role } from './role.ts'

export type OrganisationKind = 'ENTERPRISE' | 'INTERMEDIARY' | 'AGENCY' | 'REGULATOR' | 'REFORM_OFFICE' | 'PLATFORM'

/** The roles that a key for an organisation's own system can hold, by the organisation's kind. Ours. */
export const rolesOfOrganisation: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  ENTERPRISE: ['APPLICANT'],
  INTERMEDIARY: ['INTERMEDIARY'],
  AGENCY: ['WINDOW_OFFICER', 'AGENCY_MANAGER'],
  REGULATOR: ['INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER'],
  REFORM_OFFICE: ['REFORM_OFFICE', 'INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER'],
  PLATFORM: ['AUDITOR', 'ADMINISTRATOR'],
}
