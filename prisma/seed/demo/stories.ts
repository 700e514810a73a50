import type { Stage } from './stage.ts'
import { playApprovalCases } from './stories/approval-cases.ts'
import { playBrokenPromises } from './stories/broken-promises.ts'
import { playCaseImports } from './stories/case-imports.ts'
import { playCatalogueChanges } from './stories/catalogue-changes.ts'
import { playComplaints } from './stories/complaints.ts'
import { playDeliveries } from './stories/deliveries.ts'
import { playEntries } from './stories/entries.ts'
import { playEngagements } from './stories/engagements.ts'
import { playFees } from './stories/fees.ts'
import { playImports } from './stories/imports.ts'
import { playListedApplicants } from './stories/listed-applicants.ts'
import { playOnlineFilings } from './stories/online-filings.ts'
import { playPreselection } from './stories/preselection.ts'
import { playRedList } from './stories/red-list.ts'
import { playRemedies } from './stories/remedies.ts'
import { playRating } from './stories/rating.ts'
import { playReviews } from './stories/reviews.ts'
import { playSupervisionKeys } from './stories/supervision-keys.ts'
import { playSelections } from './stories/selections.ts'
import { playTrackedPromises } from './stories/tracked-promises.ts'
import { playUpkeep } from './stories/upkeep.ts'
import { playVerification } from './stories/verification.ts'
import { playViolations } from './stories/violations.ts'

/** Engagements, violations, approval cases and promises in every state, each by the officers and parties who may. */
export async function playStories(stage: Stage): Promise<void> {
  await playEngagements(stage)
  await playFees(stage)
  await playDeliveries(stage)
  await playReviews(stage)
  await playViolations(stage)
  await playRemedies(stage)
  await playRedList(stage)
  await playApprovalCases(stage)
  await playOnlineFilings(stage)
  await playBrokenPromises(stage)
  await playListedApplicants(stage)
  await playVerification(stage)
  await playTrackedPromises(stage)
  await playEntries(stage)
  await playUpkeep(stage)
  await playSupervisionKeys(stage)
  await playPreselection(stage)
  await playCatalogueChanges(stage)
  await playImports(stage)
  await playCaseImports(stage)
  await playComplaints(stage)
  await playSelections(stage)
  // Last: the draft is tried on everybody's history.
  await playRating(stage)
}
