import type { Translation } from '../translate.ts'
import type { texts as source } from '../zh-CN/upkeep.ts'

export const texts: Translation<typeof source> = {
  tabs: {
    label: 'My institution',
    overview: 'Overview',
    profile: 'Profile',
    qualifications: 'Qualifications',
    practitioners: 'Practitioners',
    affiliations: 'Affiliations',
    offerings: 'Offerings',
    credit: 'Credit',
    changes: 'Changes',
    exit: 'Exit',
  },
}
