import type { Admission } from './admission.ts'
import { mutationAdmissions } from './mutation-admissions.ts'
import { queryAdmissions } from './query-admissions.ts'

/** What anyone may ask without being known. A new one needs a good reason to stand here. */
export const publicQueries: readonly string[] = [
  'approvalItem',
  'approvalItems',
  'calendarYears',
  'catalogueComparison',
  'catalogueEditions',
  'catalogueOn',
  'clock',
  // Rules bind everybody, so everybody reads them; drafts only who may see them.
  'creditRuleSet',
  'creditRuleSets',
  'platformMeans',
  // Whom a report can be about; what became of it, for whoever holds the receipt. Tries are limited.
  'complaintBodies',
  'complaintReceipt',
  'divisions',
  'entriesInPublicity',
  'entryInPublicity',
  'entryObjectionReceipt',
  'feeQuotes',
  'intermediary',
  'intermediaryComparison',
  // That a number has ended, never whom it was about.
  'endedEntries',
  'endedEntry',
  'listEntries',
  'listEntry',
  'me',
  'nominationInPublicity',
  'nominationsInPublicity',
  'preselectionPool',
  'preselectionPools',
  'redListObjectionReceipt',
  'publishedCommitment',
  'publishedCommitments',
  'rating',
  // Open data: what the public pages show, without names of persons.
  'registerExport',
  'openingCheck',
  // Public keys from the announcement on, everything from the opening on: whoever likes checks the opening.
  'sealing',
  // What anyone reads on an institution's page; hidden words are empty.
  'reviewsOfIntermediary',
  'serviceReview',
  'searchIntermediaries',
  'selection',
  'selections',
  'serviceItem',
  'serviceItemVersions',
  'serviceItems',
  'suggest',
  'unreadNotifications',
  'verifyReceipt',
]

/** What anyone may send without being known: each counts its callers by network (services/kernel/limit-rate.ts). */
export const publicMutations: readonly string[] = [
  'fileComplaint',
  'objectToEntry',
  'objectToPublicity',
  'objectToNomination',
  'openAccount',
]

/**
 * Every operation that isn't public, written apart from the schema it checks. A new operation fails its test until somebody has
 * thought about who may call it and put it here. Behind the door the use case still asks for the thing at hand.
 */
export const admissions: Readonly<Record<string, Admission>> = { ...queryAdmissions, ...mutationAdmissions }
