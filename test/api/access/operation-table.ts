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
const seesRegisterChanges = peopleAndKeys('INTERMEDIARY', 'REFORM_OFFICE', 'AUDITOR')
const reports = peopleOnly(...staff, 'INVESTIGATOR', 'REFORM_OFFICE')
const administers = peopleOnly('ADMINISTRATOR')
const seesAlerts = peopleAndKeys('INVESTIGATOR', 'DECIDER', 'REFORM_OFFICE', 'AUDITOR')
const seesChanges = peopleAndKeys('AGENCY_MANAGER', 'REFORM_OFFICE', 'AUDITOR')
const managesKeys = peopleOnly('AGENCY_MANAGER', 'ADMINISTRATOR')

/** What anyone may ask without being known. A new one needs a good reason to stand here. */
export const publicQueries: readonly string[] = [
  'approvalItem',
  'approvalItems',
  'calendarYears',
  'catalogueComparison',
  'catalogueEditions',
  'catalogueOn',
  'clock',
  'divisions',
  'entriesInPublicity',
  'entryInPublicity',
  'entryObjectionReceipt',
  'feeQuotes',
  'intermediary',
  'intermediaryComparison',
  'listEntries',
  'listEntry',
  'me',
  'preselectionPool',
  'preselectionPools',
  'publishedCommitments',
  // Open data: what the public pages show, without names of persons.
  'registerExport',
  // Public keys from the announcement on, everything from the opening on: whoever likes checks the opening.
  'sealing',
  'searchIntermediaries',
  'serviceItem',
  'serviceItemVersions',
  'serviceItems',
  'suggest',
  'unreadNotifications',
  'verifyReceipt',
]

/** What anyone may send without being known: each counts its callers by network (services/kernel/limit-rate.ts). */
export const publicMutations: readonly string[] = ['objectToEntry', 'openAccount']

/**
 * Every operation that isn't public, written apart from the schema it checks. A new operation fails its test until somebody has
 * thought about who may call it and put it here. Behind the door the use case still asks for the thing at hand.
 */
export const admissions: Readonly<Record<string, Admission>> = {
  abandonImport: peopleOnly('REFORM_OFFICE'),
  administeredAccount: administers,
  administeredAccounts: administers,
  administeredOrganisation: administers,
  administeredOrganisations: administers,
  agencyKinds: administers,
  alert: seesAlerts,
  alerts: seesAlerts,
  allowedModes: peopleAndKeys(...staff),
  apiKeyHolders: managesKeys,
  apiKeys: managesKeys,
  applyImport: peopleOnly('REFORM_OFFICE'),
  approvalCase: seesCases,
  approvalCaseCounts: seesCases,
  approvalCases: seesCases,
  approvingAgencies: anySignedInPerson,
  auditEvents: peopleAndKeys('AUDITOR'),
  breachObjection: seesCommitments,
  breachObjections: seesCommitments,
  casesAwaitingDefence: seesViolations,
  catalogueChange: seesChanges,
  catalogueChanges: seesChanges,
  changeAttachment: seesChanges,
  checkReceipt: seesReceipts,
  checkReceipts: seesReceipts,
  choicePreview: peopleOnly('APPLICANT'),
  commitment: seesCommitments,
  commitmentDueCounts: seesCommitments,
  commitments: seesCommitments,
  creditCheck: peopleAndKeys(...checkers),
  demandReport: peopleAndKeys('APPLICANT'),
  demandReports: peopleAndKeys('APPLICANT'),
  engagement: peopleAndKeys(...parties),
  entryApplication: anySignedInPerson,
  entryApplications: peopleOnly('REFORM_OFFICE'),
  engagements: peopleAndKeys(...parties),
  evidenceFile: seesViolations,
  importRun: peopleOnly('REFORM_OFFICE', 'AUDITOR'),
  importRuns: peopleOnly('REFORM_OFFICE', 'AUDITOR'),
  myEntryApplications: anySignedInPerson,
  myCommitmentRecord: peopleOnly('APPLICANT'),
  myOffering: peopleOnly('INTERMEDIARY'),
  myOfferings: peopleOnly('INTERMEDIARY'),
  myStanding: peopleAndKeys(...parties),
  notifications: anySignedInPerson,
  openAlertLoad: seesAlerts,
  openCaseLoad: seesViolations,
  reportableAgencies: peopleOnly('APPLICANT'),
  ownEntry: peopleOnly('INTERMEDIARY'),
  registerChange: seesRegisterChanges,
  registerChanges: seesRegisterChanges,
  reportableIntermediaries: reports,
  sharedPractitioners: peopleAndKeys('INVESTIGATOR', 'REFORM_OFFICE', 'AUDITOR'),
  savedSearches: anySignedInPerson,
  uploadImport: peopleOnly('REFORM_OFFICE'),
  violationCase: seesViolations,
  violationCases: seesViolations,
  violationTypes: reports,

  acceptCase: peopleAndKeys(...staff),
  applyForChange: peopleOnly('AGENCY_MANAGER'),
  changeOffering: peopleOnly('INTERMEDIARY'),
  checkEntry: peopleOnly('REFORM_OFFICE'),
  changeRoles: administers,
  chooseIntermediary: peopleOnly('APPLICANT'),
  closeCase: peopleAndKeys(...staff),
  closeWithoutFinding: peopleOnly('INVESTIGATOR'),
  confirmCommitment: peopleAndKeys(...staff),
  decideEntryObjection: peopleOnly('REFORM_OFFICE'),
  saveEntryDraft: anySignedInPerson,
  startEntry: anySignedInPerson,
  submitEntry: anySignedInPerson,
  withdrawEntry: anySignedInPerson,
  createPublicBody: administers,
  decideBreachObjection: peopleOnly('APPEAL_REVIEWER'),
  decideRegisterChange: peopleOnly('REFORM_OFFICE'),
  decideViolation: peopleOnly('DECIDER'),
  deleteSavedSearch: anySignedInPerson,
  deliverResult: peopleAndKeys(...parties),
  disableAccount: administers,
  enableAccount: administers,
  endSessions: administers,
  fileDefence: peopleOnly(...parties),
  grantMembership: administers,
  handleAlert: peopleOnly('INVESTIGATOR', 'REFORM_OFFICE'),
  inviteMember: administers,
  issueApiKey: managesKeys,
  issueCheckReceipt: peopleAndKeys(...checkers),
  issueOneTimePassword: administers,
  liftSuspension: peopleOnly('DECIDER'),
  loadCalendarNotice: peopleOnly('REFORM_OFFICE'),
  markNotificationsRead: anySignedInPerson,
  markUntrue: peopleOnly('AGENCY_MANAGER'),
  objectToBreach: peopleOnly('APPLICANT'),
  offerService: peopleOnly('INTERMEDIARY'),
  openCase: peopleAndKeys(...staff),
  openPreselectionPool: peopleOnly('REFORM_OFFICE'),
  admitToPreselectionPool: peopleOnly('REFORM_OFFICE'),
  removeFromPreselectionPool: peopleOnly('REFORM_OFFICE'),
  closePreselectionPool: peopleOnly('REFORM_OFFICE'),
  joinPreselectionPool: peopleOnly('INTERMEDIARY'),
  submitQuote: peopleOnly('INTERMEDIARY'),
  quoteDesk: peopleOnly('INTERMEDIARY'),
  depositSupervisorKeys: peopleOnly('REFORM_OFFICE'),
  withdrawSupervisorKey: peopleOnly('REFORM_OFFICE'),
  releaseShare: peopleOnly('REFORM_OFFICE'),
  supervisorKey: peopleOnly('REFORM_OFFICE'),
  supervisorKeys: peopleOnly('REFORM_OFFICE'),
  leavePreselectionPool: peopleOnly('INTERMEDIARY'),
  orderSuspension: peopleOnly('DECIDER'),
  receiveSupplement: peopleAndKeys(...staff),
  recordMaterials: peopleAndKeys(...staff),
  rejectSupplement: peopleAndKeys(...staff),
  renameSavedSearch: anySignedInPerson,
  reportDemand: peopleOnly('APPLICANT'),
  reportViolation: reports,
  resubmitChange: peopleOnly('AGENCY_MANAGER'),
  resumeOffering: peopleOnly('INTERMEDIARY'),
  resetSecondFactor: administers,
  requestAffiliationChange: peopleOnly('INTERMEDIARY'),
  requestExit: peopleOnly('INTERMEDIARY'),
  requestPractitionerChange: peopleOnly('INTERMEDIARY'),
  requestProfileChange: peopleOnly('INTERMEDIARY'),
  requestQualificationChange: peopleOnly('INTERMEDIARY'),
  reviewEngagement: peopleAndKeys(...parties),
  revokeApiKey: managesKeys,
  revokeMembership: administers,
  serveAdvanceNotice: peopleOnly('INVESTIGATOR'),
  saveSearch: anySignedInPerson,
  setSandboxClock: anySignedInPerson,
  startInvestigation: peopleOnly('INVESTIGATOR'),
  withdrawRegisterChange: peopleOnly('INTERMEDIARY'),
  takeCatalogueStep: peopleOnly('REFORM_OFFICE'),
  withdrawChange: peopleOnly('AGENCY_MANAGER'),
  withdrawOffering: peopleOnly('INTERMEDIARY'),
  updatePublicBody: administers,
}
