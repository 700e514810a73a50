import type { Translation } from '../translate.ts'
import type { texts as source } from '../zh-CN/notifications.ts'

export const texts: Translation<typeof source> = {
  title: 'Messages',
  lead: 'Progress and legal documents that concern you. A message is not the document: its own deadlines count.',
  empty: 'No messages.',
  unread: 'New',
  markRead: 'Mark all as read',
  open: 'Open',
  kind: {
    entriesListed: 'Publicity of application {number} is over: your institution is in the register and can be chosen.',
    engagementsChosen: 'Your institution was chosen: engagement {number}.',
    engagementsDelivered: 'The result of engagement {number} was handed in. Please look at it and review it.',
    catalogueItemChanged: 'The catalogue entry “{item}” ({number}) was amended. Please check your offering.',
    catalogueItemCancelled:
      '“{item}” ({number}) was cancelled by {cancelledBy}. Your offering can no longer be chosen; engagements already made go on.',
    intermediariesChangeDecided: 'Change request {number} has been checked.',
    intermediariesExited: 'Everything that was running has ended; the exit of your institution has taken effect.',
    intermediariesQualificationExpiring:
      'The certificate “{name}” ({number}) ends on {untilOn}. From the day after, the items that need it are closed to you: ask for its renewal in time.',
    listingsNoticeServed: 'Case {number}: an advance notice was served on you. You may state your case and defend until {defenceDueOn}.',
    listingsSuspended: 'Case {number}: an interim suspension was ordered; reasons and dates are in the case.',
    listingsDecided: 'Case {number}: a decision was made. It states basis, reasons and the time to appeal.',
    acceptanceDecided: 'The outcome of acceptance of case {number} is there.',
    commitmentsBreachRecorded:
      'Promise {number} was not kept by {dueOn} and was recorded. In case of force majeure or the agency’s own fault you may object.',
    commitmentsObjectionDecided: 'Your objection about promise {number} was decided.',
  },
}
