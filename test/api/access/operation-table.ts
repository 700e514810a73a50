import { roles } from '#domain/access/role.ts'
import type { Role } from '#domain/access/role.ts'

/** Who gets past the door of an operation: people with one of these roles, and agencies' systems with a key that holds one. */
export interface Admission {
  readonly people: readonly Role[]
  readonly keys: readonly Role[]
}

const peopleAndKeys = (...admitted: Role[]): Admission => ({ people: admitted, keys: admitted })
const peopleOnly = (...admitted: Role[]): Admission => ({ people: admitted, keys: [] })
const anySignedInPerson = peopleOnly(...roles)

const parties = ['APPLICANT', 'INTERMEDIARY'] as const
const staff = ['WINDOW_OFFICER', 'AGENCY_MANAGER'] as const
const checkers = [...staff, 'INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE'] as const
const seesReceipts = peopleAndKeys(...parties, ...checkers, 'AUDITOR')
const seesViolations = peopleAndKeys(...parties, 'INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR')
const seesCases = peopleAndKeys('APPLICANT', ...staff, 'AUDITOR')
const seesCommitments = peopleAndKeys('APPLICANT', ...staff, 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR')
const reports = peopleOnly(...staff, 'INVESTIGATOR', 'REFORM_OFFICE')
const managesKeys = peopleOnly('AGENCY_MANAGER', 'ADMINISTRATOR')

/** What anyone may ask without being known. A new one needs a good reason to stand here. */
export const publicQueries: readonly string[] = [
  'approvalItem',
  'approvalItems',
  'calendarYears',
  'clock',
  'divisions',
  'intermediary',
  'intermediaryComparison',
  'listEntries',
  'listEntry',
  'me',
  'publishedCommitments',
  'searchIntermediaries',
  'serviceItem',
  'serviceItems',
  'suggest',
  'unreadNotifications',
  'verifyReceipt',
]

/**
 * Every operation that isn't public, written apart from the schema it checks. A new operation fails its test until somebody has
 * thought about who may call it and put it here. Behind the door the use case still asks for the thing at hand.
 */
export const admissions: Readonly<Record<string, Admission>> = {
  allowedModes: peopleAndKeys(...staff),
  apiKeyHolders: managesKeys,
  apiKeys: managesKeys,
  approvalCase: seesCases,
  approvalCaseCounts: seesCases,
  approvalCases: seesCases,
  auditEvents: peopleAndKeys('AUDITOR'),
  breachObjection: seesCommitments,
  breachObjections: seesCommitments,
  casesAwaitingDefence: seesViolations,
  checkReceipt: seesReceipts,
  checkReceipts: seesReceipts,
  choicePreview: peopleOnly('APPLICANT'),
  commitment: seesCommitments,
  commitmentDueCounts: seesCommitments,
  commitments: seesCommitments,
  creditCheck: peopleAndKeys(...checkers),
  engagement: peopleAndKeys(...parties),
  engagements: peopleAndKeys(...parties),
  evidenceFile: seesViolations,
  myCommitmentRecord: peopleOnly('APPLICANT'),
  myStanding: peopleAndKeys(...parties),
  notifications: anySignedInPerson,
  openCaseLoad: seesViolations,
  reportableIntermediaries: reports,
  savedSearches: anySignedInPerson,
  violationCase: seesViolations,
  violationCases: seesViolations,
  violationTypes: reports,

  acceptCase: peopleAndKeys(...staff),
  chooseIntermediary: peopleOnly('APPLICANT'),
  closeCase: peopleAndKeys(...staff),
  closeWithoutFinding: peopleOnly('INVESTIGATOR'),
  confirmCommitment: peopleAndKeys(...staff),
  decideBreachObjection: peopleOnly('APPEAL_REVIEWER'),
  decideViolation: peopleOnly('DECIDER'),
  deleteSavedSearch: anySignedInPerson,
  deliverResult: peopleAndKeys(...parties),
  fileDefence: peopleOnly(...parties),
  issueApiKey: managesKeys,
  issueCheckReceipt: peopleAndKeys(...checkers),
  liftSuspension: peopleOnly('DECIDER'),
  loadCalendarNotice: peopleOnly('REFORM_OFFICE'),
  markNotificationsRead: anySignedInPerson,
  markUntrue: peopleOnly('AGENCY_MANAGER'),
  objectToBreach: peopleOnly('APPLICANT'),
  openCase: peopleAndKeys(...staff),
  orderSuspension: peopleOnly('DECIDER'),
  receiveSupplement: peopleAndKeys(...staff),
  recordMaterials: peopleAndKeys(...staff),
  rejectSupplement: peopleAndKeys(...staff),
  renameSavedSearch: anySignedInPerson,
  reportViolation: reports,
  reviewEngagement: peopleAndKeys(...parties),
  revokeApiKey: managesKeys,
  serveAdvanceNotice: peopleOnly('INVESTIGATOR'),
  saveSearch: anySignedInPerson,
  setSandboxClock: anySignedInPerson,
  startInvestigation: peopleOnly('INVESTIGATOR'),
}
