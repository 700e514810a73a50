import { roles } from '#domain/access/role.ts'
import type { Role } from '#domain/access/role.ts'

/** Who gets past the door of an operation: people with one of these roles, and agencies' systems with a key that holds one. */
export interface Admission {
  readonly people: readonly Role[]
  readonly keys: readonly Role[]
}

export const peopleAndKeys = (...admitted: Role[]): Admission => ({ people: admitted, keys: admitted })
export const peopleOnly = (...admitted: Role[]): Admission => ({ people: admitted, keys: [] })
export const draftsRules = peopleOnly('AGENCY_MANAGER', 'REFORM_OFFICE')
export const anySignedInPerson = peopleOnly(...roles)

export const parties = ['APPLICANT', 'INTERMEDIARY'] as const
export const staff = ['WINDOW_OFFICER', 'AGENCY_MANAGER'] as const
export const checkers = [...staff, 'INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE'] as const
export const seesReceipts = peopleAndKeys(...parties, ...checkers, 'AUDITOR')
export const seesViolations = peopleAndKeys(...parties, 'INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR')
export const seesRemedies = seesViolations
export const seesCases = peopleAndKeys('APPLICANT', ...staff, 'AUDITOR')
export const seesCommitments = peopleAndKeys('APPLICANT', ...staff, 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR')
export const seesVerification = peopleAndKeys(...staff, 'AUDITOR')
export const seesRegisterChanges = peopleAndKeys('INTERMEDIARY', 'REFORM_OFFICE', 'AUDITOR')
export const reports = peopleOnly(...staff, 'INVESTIGATOR', 'REFORM_OFFICE')
export const runsImports = peopleOnly(...staff, 'REFORM_OFFICE')
export const handlesComplaints = peopleOnly('INVESTIGATOR', 'REFORM_OFFICE')
export const conductsHearings = peopleOnly('DECIDER', 'REFORM_OFFICE')
export const administers = peopleOnly('ADMINISTRATOR')
export const seesAlerts = peopleAndKeys('INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE', 'AUDITOR')
export const seesChanges = peopleAndKeys('AGENCY_MANAGER', 'REFORM_OFFICE', 'AUDITOR')
export const seesNominations = peopleAndKeys('AGENCY_MANAGER', 'DECIDER', 'REFORM_OFFICE', 'AUDITOR')
export const managesKeys = peopleOnly('AGENCY_MANAGER', 'ADMINISTRATOR')
