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
  'listings.toInvestigate': '/regulator/cases/#',
  'listings.defenceFiled': '/regulator/cases/#',
  'commitments.objectionFiled': '/regulator/objections',
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
    case 'preselection':
      return `/intermediary/preselection/${number}`
    case 'catalogue':
      return `/catalogue/${number}`
    case 'listings':
      return `${isIntermediary ? '/intermediary' : '/owner'}/cases/${number}`
    case 'entries':
      return kind === 'entries.listed' ? '/intermediary' : `/intermediary/entry/${number}`
    case 'acceptance':
      return `/owner/approvals/${number}`
    case 'commitments':
      return '/owner/promises'
    default:
      return null
  }
}
