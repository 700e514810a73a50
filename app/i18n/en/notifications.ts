import type { Translation } from '../translate.ts'
import type { texts as source } from '../zh-CN/notifications.ts'

export const texts: Translation<typeof source> = {
  title: 'Messages',
  lead: 'Progress and legal documents that concern you. A message is not the document: its own deadlines count.',
  empty: 'No messages.',
  unread: 'New',
  markRead: 'Mark all as read',
  open: 'Open',
  mail: {
    subject: 'Xinxuan notice {number}',
    link: 'Open: {link}',
    footer:
      'Xinxuan sent this mail by itself; please do not reply. A message is not the document: its own deadlines count. After signing in you find all messages under “Messages”.',
  },
  kind: {
    entriesToCheck: 'Application {number} waits for the form check, due {checkDueOn}.',
    entriesReturned: 'Application {number} was sent back: please correct what the office found and submit it again.',
    entriesRefused: 'Application {number} was not granted. The reasons are on its page.',
    entriesPublished: 'Application {number} passed the form check and is public until {untilOn}.',
    entriesObjected: 'Somebody objected to application {number}. Its publicity pauses until the office has answered.',
    entriesObjectionToAnswer: 'Somebody objected to application {number}. Please answer within the time limit.',
    entriesRecheck: 'Application {number}: something changed during publicity, so the form check looks at it again before the listing.',
    entriesListed: 'Publicity of application {number} is over: your institution is in the register and can be chosen.',
    preselectionAdmitted: 'Your institution was admitted to the pool “{title}” ({number}).',
    preselectionRemoved: 'Your institution was removed from the pool “{title}” ({number}); the reasons are on its page.',
    preselectionClosed: 'The pool “{title}” ({number}) has been closed.',
    engagementsChosen: 'Your institution was chosen: engagement {number}.',
    engagementsDelivered: 'The result of engagement {number} was handed in. Please look at it and review it.',
    reviewsGiven: 'Engagement {number} was reviewed. You may reply once, publicly.',
    reviewsAmended: 'A review of engagement {number} was amended by its author.',
    reviewsReplied: 'The institution replied to your review of engagement {number}.',
    reviewsModerated:
      'Words of yours in a review of engagement {number} were hidden, because of personal data or an insult. The marks stay.',
    reviewsModerationLifted: 'Hidden words in a review of engagement {number} are shown again.',
    catalogueChangeWaits: 'Catalogue change {number} (item {itemCode}) waits for the next step of your office.',
    catalogueChangeMoved: 'Catalogue change {number} (item {itemCode}), which your body applied for, moved on.',
    catalogueItemChanged: 'The catalogue entry “{item}” ({number}) was amended. Please check your offering.',
    catalogueItemCancelled:
      '“{item}” ({number}) was cancelled by {cancelledBy}. Your offering can no longer be chosen; engagements already made go on.',
    intermediariesChangeToCheck: 'Change request {number} waits for the form check, due {checkDueOn}.',
    intermediariesChangeDecided: 'Change request {number} has been checked.',
    intermediariesExited: 'Everything that was running has ended; the exit of your institution has taken effect.',
    intermediariesQualificationExpiring:
      'The certificate “{name}” ({number}) ends on {untilOn}. From the day after, the items that need it are closed to you: ask for its renewal in time.',
    listingsToInvestigate: 'Case {number} was recorded and waits for an investigation.',
    listingsDefenceFiled: 'Case {number}: the party filed its defence. A decision is next.',
    listingsNoticeServed: 'Case {number}: an advance notice was served on you. You may state your case and defend until {defenceDueOn}.',
    listingsSuspended: 'Case {number}: an interim suspension was ordered; reasons and dates are in the case.',
    listingsDecided: 'Case {number}: a decision was made. It states basis, reasons and the time to appeal.',
    listingsSuspensionLifted: 'Case {number}: the interim suspension was lifted.',
    listingsEntryAnnulled: 'Case {number}: the ground of the list entry no longer stands. The entry was annulled the same day.',
    acceptanceDecided: 'The outcome of acceptance of case {number} is there.',
    commitmentsFulfilled: 'Promise {number} is fulfilled.',
    commitmentsSupplementRejected:
      'Promise {number}: what you handed in was not accepted. The last day is still {dueOn}: please hand it in again.',
    commitmentsObjectionFiled: 'Somebody objected to the record that promise {number} was not kept. It waits for review.',
    commitmentsBreachRecorded:
      'Promise {number} was not kept by {dueOn} and was recorded. In case of force majeure or the agency’s own fault you may object.',
    commitmentsObjectionDecided: 'Your objection about promise {number} was decided.',
  },
}
