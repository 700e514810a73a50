import type { SearchDocumentFacts } from '#search/intermediaries/search-document.ts'

type Firm = Partial<Omit<SearchDocumentFacts, 'name' | 'offerings'>> & {
  readonly offers: readonly (Partial<SearchDocumentFacts['offerings'][number]> & { readonly item: string })[]
}

let made = 0

/** An invented firm; what isn't given is plain and choosable. */
function firm(name: string, { offers, ...facts }: Firm): SearchDocumentFacts {
  made += 1
  return {
    intermediaryId: `0190a000-0000-7000-8000-0000000000${String(made).padStart(2, '0')}`,
    name,
    uscc: `91410105MA4DEM1${String(made).padStart(2, '0')}X`,
    isListed: true,
    isLeaving: false,
    standing: null,
    qualifications: [],
    ...facts,
    offerings: offers.map(({ item, ...offer }) => ({
      serviceItemCode: item,
      divisionCodes: ['410100'],
      feeFen: 3_000_000,
      promisedWorkingDays: 25,
      isWithdrawn: false,
      isItemCancelled: false,
      isQualificationRequired: false,
      ...offer,
    })),
  }
}

const graded = (gradeOffList: 'A' | 'B') => ({ gradeOffList, lists: [], bars: [] })
const listing = { from: '2026-10-12', until: '2028-10-12' }

/** What the contract is told with. */
export const firms: readonly SearchDocumentFacts[] = [
  firm('河南中豫环境工程咨询有限公司', {
    uscc: '91410100MA4DEM017X',
    standing: graded('A'),
    offers: [
      { item: 'ZJ-EIA-001', feeFen: 2_800_000, promisedWorkingDays: 18 },
      { item: 'ZJ-SWC-001', divisionCodes: ['410106', '410182'], feeFen: 1_200_000, promisedWorkingDays: 15 },
    ],
  }),
  firm('郑州中豫绿源环保科技有限公司', {
    standing: graded('B'),
    offers: [{ item: 'ZJ-EIA-001', divisionCodes: ['410102'], feeFen: 2_500_000, promisedWorkingDays: 20 }],
  }),
  firm('河南中豫天成评估有限公司', {
    standing: {
      gradeOffList: 'C',
      lists: [{ list: 'BLACKLIST', entryId: 'entry', ...listing, isUnderAppeal: false }],
      bars: [
        {
          kind: 'PROVIDE_SERVICES',
          ...listing,
          reasonCode: 'LISTED_BLACKLIST',
          clause: '',
          ruleSetVersion: 'ZZ-L1',
          sourceId: 'entry',
          isHold: false,
        },
      ],
    },
    offers: [{ item: 'ZJ-EIA-001' }],
  }),
  firm('绿源环保', { offers: [{ item: 'ZJ-EIA-001' }] }),
  firm('郑州恒信工程检测有限公司', {
    qualifications: [{ serviceItemCodes: ['ZJ-CON-004'], validFromOn: '2024-03-01', validUntilOn: '2027-02-28' }],
    offers: [{ item: 'ZJ-CON-004', isQualificationRequired: true }],
  }),
  firm('河南已退出咨询有限公司', { isListed: false, offers: [{ item: 'ZJ-EIA-001' }] }),
  firm('郑州瑞安测绘有限公司', {
    offers: [{ item: 'ZJ-SUR-003' }, { item: 'ZJ-FLD-001', isWithdrawn: true }, { item: 'ZJ-EIA-002', isItemCancelled: true }],
  }),
]

/** The id of the firm of that name. */
export function idOf(name: string): string {
  const found = firms.find((one) => one.name === name)
  if (!found) throw new Error(`no firm ${name}`)
  return found.intermediaryId
}
