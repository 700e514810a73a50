import type { Role } from '#domain/access/role.ts'

/** The text key of a message kind: 'listings.noticeServed' → 'listingsNoticeServed'. */
export const messageKey = (kind: string): string => kind.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase())

/** Kinds that are dealt with at one place, whoever reads; `#` is the number. */
const ownPlaces: Readonly<Record<string, string>> = {
  'entries.toCheck': '/regulator/entries/#',
  'entries.objectionToAnswer': '/regulator/entries/#',
  'intermediaries.changeToCheck': '/regulator/register-changes/#',
  'catalogue.changeWaits': '/regulator/catalogue/#',
  'catalogue.changeMoved': '/agency/catalogue/#',
  'complaints.toHandle': '/regulator/complaints/#',
  'complaints.answerDue': '/regulator/complaints/#',
  'complaints.counted': '/intermediary/credit',
  'listings.toInvestigate': '/regulator/cases/#',
  'listings.defenceFiled': '/regulator/cases/#',
  'listings.hearingRequested': '/regulator/cases/#',
  'listings.hearingClosed': '/regulator/cases/#',
  'listings.hearingToHold': '/regulator/cases/#',
  'listings.investigationDue': '/regulator/cases/#',
  'listings.investigationOverdue': '/regulator/cases/#',
  'listings.entryRemoved': '/red-list',
  'listings.entryRestored': '/red-list',
  'remedies.appealToReview': '/regulator/appeals/#',
  'remedies.appealDue': '/regulator/appeals/#',
  'remedies.repairToDecide': '/regulator/repairs/#',
  'remedies.repairDue': '/regulator/repairs/#',
  'remedies.dataObjectionToAnswer': '/regulator/data-objections/#',
  'remedies.dataObjectionDue': '/regulator/data-objections/#',
  'redList.toExamine': '/regulator/red-list/#',
  'redList.objectionToAnswer': '/regulator/red-list/#',
  'redList.objectionDue': '/regulator/red-list/#',
  'redList.toDecide': '/regulator/red-list/#',
  'redList.reviewOpened': '/regulator/red-list/reviews',
  'redList.reviewDue': '/regulator/red-list/reviews',
  'redList.objectionAnswered': '/red-list/publicity',
  'redList.reviewKept': '/lists/#',
  'commitments.objectionFiled': '/regulator/objections',
  'commitments.supplementUploaded': '/agency/commitments/#',
  'commitments.withdrawn': '/agency/commitments/#',
  'commitments.publicityObjected': '/agency/publicity-objections/#',
  'commitments.dueSoon': '/owner/promises/#',
  'commitments.extended': '/owner/promises/#',
  'acceptance.filedOnline': '/agency/cases/#',
  'acceptance.materialHandedIn': '/agency/cases/#',
  'acceptance.withdrawn': '/agency/cases/#',
  'acceptance.deemedAtAgency': '/agency/cases/#',
  'verification.planned': '/agency/verification',
  'verification.untrueNoticed': '/owner/findings/#',
  'verification.untrueDefended': '/agency/findings/#',
  'verification.untrueDecided': '/owner/findings/#',
  'selections.toSupervise': '/regulator/selections/#',
  'selections.keyDue': '/regulator/keys',
  'selections.numbersAwaited': '/regulator/draws/#',
  'selections.objectionToAnswer': '/regulator/selections/#',
  'sealing.stockLow': '/regulator/keys',
  'disputes.raisedToOffice': '/regulator/disputes',
  'disputes.statedToOffice': '/regulator/disputes',
  'selections.announced': '/intermediary/opportunities/#',
  'selections.questionAsked': '/owner/selections/#',
}

/** Where the reader deals with what a message is about; null where there is no page of its own. */
export function messagePlace(kind: string, number: string, roles: readonly Role[]): string | null {
  const own = ownPlaces[kind]
  if (own) return own.replace('#', encodeURIComponent(number))
  const isIntermediary = roles.includes('INTERMEDIARY')
  const isOfParty = isIntermediary || roles.includes('APPLICANT')
  switch (kind.split('.')[0]) {
    case 'reviews':
      if (!isOfParty) return roles.includes('AGENCY_MANAGER') ? '/agency/reviews' : '/regulator/reviews'
      return `${isIntermediary ? '/intermediary' : '/owner'}/engagements/${number}`
    case 'disputes':
    case 'engagements':
      return `${isIntermediary ? '/intermediary' : '/owner'}/engagements/${number}`
    case 'selections':
      if (!isOfParty) return `/regulator/selections/${number}`
      return `${isIntermediary ? '/intermediary/opportunities' : '/owner/selections'}/${number}`
    case 'intermediaries':
      if (kind === 'intermediaries.tieRecorded') return '/intermediary/affiliations'
      if (kind === 'intermediaries.qualificationExpiring') return '/intermediary/qualifications'
      return kind === 'intermediaries.changeDecided' ? `/intermediary/changes/${number}` : '/intermediary/changes'
    case 'credit':
      return '/intermediary/credit'
    case 'preselection':
      return `/intermediary/preselection/${number}`
    case 'catalogue':
      return `/catalogue/${number}`
    case 'remedies':
      return remedyPlace(kind, isIntermediary ? '/intermediary' : '/owner', number)
    case 'listings':
      if (kind.startsWith('listings.received')) return roles.includes('WINDOW_OFFICER') ? '/agency/check' : `/lists/${number}`
      return `${isIntermediary ? '/intermediary' : '/owner'}/cases/${number}`
    case 'redList':
      return roles.includes('AGENCY_MANAGER') ? `/agency/nominations/${number}` : '/red-list'
    case 'entries':
      return kind === 'entries.listed' ? '/intermediary' : `/intermediary/entry/${number}`
    case 'acceptance':
      return `/owner/approvals/${number}`
    case 'verification':
      return roles.includes('AGENCY_MANAGER') ? `/agency/findings/${number}` : `/regulator/findings/${number}`
    case 'commitments':
      return '/owner/promises'
    default:
      return null
  }
}

/** Where a party reads what became of its remedy. */
function remedyPlace(kind: string, party: string, number: string): string {
  if (kind === 'remedies.repairPossible') return `${party}/remedies/repair/${number}`
  if (kind.startsWith('remedies.appeal')) return `${party}/appeals/${number}`
  return kind.startsWith('remedies.repair') ? `${party}/repairs/${number}` : `${party}/data-objections/${number}`
}
