import type { NoticeRule } from './notice.ts'
import { caseNotices } from './notices/case-notices.ts'
import { catalogueNotices } from './notices/catalogue-notices.ts'
import { complaintNotices } from './notices/complaint-notices.ts'
import { commitmentNotices } from './notices/commitment-notices.ts'
import { engagementNotices } from './notices/engagement-notices.ts'
import { entryNotices } from './notices/entry-notices.ts'
import { intakeNotices } from './notices/intake-notices.ts'
import { listingNotices } from './notices/listing-notices.ts'
import { preselectionNotices } from './notices/preselection-notices.ts'
import { ratingNotices } from './notices/rating-notices.ts'
import { redListNotices } from './notices/red-list-notices.ts'
import { registerNotices } from './notices/register-notices.ts'
import { remedyNotices } from './notices/remedy-notices.ts'
import { reviewNotices } from './notices/review-notices.ts'
import { selectionNotices } from './notices/selection-notices.ts'
import { verificationNotices } from './notices/verification-notices.ts'

/** Who is told what, by outbox topic. */
export const noticeRules: Readonly<Record<string, NoticeRule>> = {
  ...entryNotices,
  ...registerNotices,
  ...catalogueNotices,
  ...listingNotices,
  ...intakeNotices,
  ...caseNotices,
  ...redListNotices,
  ...complaintNotices,
  ...selectionNotices,
  ...preselectionNotices,
  ...engagementNotices,
  ...commitmentNotices,
  ...reviewNotices,
  ...verificationNotices,
  ...ratingNotices,
  ...remedyNotices,
}

/** Topics that concern nobody's inbox, each with the reason: every topic is here or above. */
export const toldToNobody: Readonly<Record<string, string>> = {
  'preselection.opened': 'the list of pools is public; firms look there',
  'credit.ruleSetPublished': 'the versions of the rating rules are public from that moment; each score says by which it was made',
  'clock.moved': 'rehearsal only; everyone sees the clock',
  'bulk.importApplied': 'whoever runs an import watches its page',
  'catalogue.published': 'each firm concerned is told of its own item on the day it comes into force',
  'intermediaries.registered': 'entered by an office or an import: nobody acts for the firm yet',
  'intermediaries.changed': 'the firm did it itself, and nobody checks it',
  'intermediaries.offeringChanged': 'the firm did it itself',
  'intermediaries.exitRequested': 'the firm did it itself; it is told when the exit takes effect',
  'remedies.appealWithdrawn': 'the party did it itself, and nobody waits for an answer any more',
  'remedies.repairWithdrawn': 'the party did it itself, and nobody waits for an answer any more',
  'listings.closed': 'without a notice nobody was accused; after one, a decision follows',
  'acceptance.takenUp': 'the applicant sees it in the course of the case; nothing is asked of them',
  'acceptance.filed': 'filed at the window by the applicant; told with its result',
  'commitments.supplementReceived': 'the applicant brought or sent it; told when everything is in',
  'commitments.publicityObjectionDecided': 'the objector is answered at the contact they left; the party never learns who objected',
  'selections.signUpOpened': 'told at the announcement, with both instants',
  'selections.signedUp': 'the firm did it itself; nobody else learns before closing who takes part',
  'selections.scored': 'the owner did it; the result that follows is told',
  'selections.contracted': 'told as the contract that came into force',
  'supervision.alertRaised': 'alerts have a page with counts of their own',
}
