import { checkFee } from '#domain/catalogue/fee.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import { barsOn } from '#domain/credit/bar.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { checkUscc, hasOrganisationCodeWarning } from '#domain/kernel/uscc.ts'
import type { CompleteEntry } from './entry-completeness.ts'
import type { EntryStep } from './entry-draft.ts'

/**
 * Something the program found about an application, for the officer and the applicant alike. BLOCKS: the register would refuse it. REVIEW:
 * the officer must say expressly that it is accepted. NOTE: worth knowing, allowed.
 */
export interface EntryFinding {
  readonly code: string
  readonly level: 'BLOCKS' | 'REVIEW' | 'NOTE'
  readonly step: EntryStep
  readonly facts: Readonly<Record<string, unknown>>
}
export const findingLevels = ['BLOCKS', 'REVIEW', 'NOTE'] as const

/** Someone named in the application who is on record, with what keeps them from providing services. */
export interface KnownParty {
  readonly role: 'INSTITUTION' | 'LEGAL_REPRESENTATIVE' | 'PRACTITIONER'
  readonly name: string
  readonly bars: readonly Bar[]
}

/** What the register, the catalogue and the lists say on that day about what the application names. */
export interface EntryFacts {
  readonly today: CalendarDay
  /** Nobody has the code, a firm that left the register has it and comes back, or somebody else has it. */
  readonly registration: 'NONE' | 'EXITED' | 'ON_RECORD'
  /** Another application with the same code is being examined or public. */
  readonly isUsccInOtherApplication: boolean
  readonly parties: readonly KnownParty[]
  readonly practitionersElsewhere: readonly { readonly name: string; readonly institutions: readonly string[] }[]
  readonly items: ReadonlyMap<string, ItemContent & { readonly code: string }>
  readonly unknownDivisions: readonly string[]
  readonly unknownAgencies: readonly string[]
  /** Offerings that a declared or registered tie bars (优化营商环境条例 art. 43). */
  readonly barredOffers: readonly {
    readonly itemCode: string
    readonly agency: string
    readonly through: readonly string[]
  }[]
}

/** Everything the form check should know, gravest first (rulebook R2, R3, R5, R8). */
export function findingsOf(entry: CompleteEntry, facts: EntryFacts): readonly EntryFinding[] {
  const order = { BLOCKS: 0, REVIEW: 1, NOTE: 2 } as const
  const all = [
    ...usccFindings(entry, facts),
    ...partyFindings(facts),
    ...offeringFindings(entry, facts),
    ...referenceFindings(facts),
    ...facts.practitionersElsewhere.map((one) => finding('NOTE', 'practitioners', 'PRACTITIONER_ELSEWHERE', { ...one })),
  ]
  return all.toSorted((a, b) => order[a.level] - order[b.level])
}

const finding = (level: EntryFinding['level'], step: EntryStep, code: string, facts: EntryFinding['facts'] = {}): EntryFinding => ({
  ...{ level, step, code, facts },
})

function usccFindings({ identity: { uscc, usccReason } }: CompleteEntry, facts: EntryFacts): EntryFinding[] {
  const checked = checkUscc(uscc)
  return [
    ...(facts.registration === 'ON_RECORD' ? [finding('BLOCKS', 'identity', 'USCC_ALREADY_REGISTERED', { uscc })] : []),
    ...(facts.registration === 'EXITED' ? [finding('NOTE', 'identity', 'RE_ENTRY', { uscc })] : []),
    ...(facts.isUsccInOtherApplication ? [finding('BLOCKS', 'identity', 'USCC_IN_OTHER_APPLICATION', { uscc })] : []),
    ...(checked.ok ? [] : [finding('REVIEW', 'identity', 'USCC_OVERRIDE_ASKED', { uscc, expected: checked.refusal.expected, usccReason })]),
    ...(checked.ok && hasOrganisationCodeWarning(uscc) ? [finding('NOTE', 'identity', 'USCC_ORGANISATION_CODE_DOUBTFUL', { uscc })] : []),
  ]
}

const stepOf = { INSTITUTION: 'identity', LEGAL_REPRESENTATIVE: 'legalRepresentative', PRACTITIONER: 'practitioners' } as const

/** 003 三(三): who is barred from providing services doesn't come in again through a new firm. */
function partyFindings({ parties, today }: EntryFacts): EntryFinding[] {
  return parties.flatMap(({ role, name, bars }) =>
    barsOn(bars, 'PROVIDE_SERVICES', today)
      .slice(0, 1)
      .map(({ until, clause }) => finding('BLOCKS', stepOf[role], `${role}_BARRED`, { name, until, clause })),
  )
}

function offeringFindings({ offerings, qualifications }: CompleteEntry, { items, today, barredOffers }: EntryFacts): EntryFinding[] {
  const found = offerings.flatMap(({ serviceItemCode, fee }): EntryFinding[] => {
    const item = items.get(serviceItemCode)
    if (!item) return [finding('BLOCKS', 'offerings', 'SERVICE_ITEM_UNKNOWN', { itemCode: serviceItemCode })]
    const retained = checkItemRetained(item)
    if (!retained.ok) return [blocked('offerings', { ...retained.refusal, item: item.nameZh })]
    const certified = qualificationFor(item, qualifications, today)
    const priced = checkFee(fee, item)
    return [
      ...(certified.ok ? [] : [blocked('qualifications', { ...certified.refusal, item: item.nameZh })]),
      ...(!priced.ok ? [blocked('offerings', { ...priced.refusal, itemCode: serviceItemCode, item: item.nameZh })] : []),
    ]
  })
  // One line an item and agency, however many divisions it concerns.
  const firsts = barredOffers.filter(
    (one, index) => barredOffers.findIndex(({ itemCode, agency }) => itemCode === one.itemCode && agency === one.agency) === index,
  )
  const barred = firsts.map(({ itemCode, agency, through }) =>
    finding('BLOCKS', 'affiliations', 'AFFILIATED_WITH_AGENCY', {
      itemCode,
      agency,
      through,
      item: items.get(itemCode)?.nameZh ?? itemCode,
    }),
  )
  return [...found, ...barred]
}

function referenceFindings({ unknownDivisions, unknownAgencies }: EntryFacts): EntryFinding[] {
  return [
    ...(unknownDivisions.length > 0 ? [finding('BLOCKS', 'offerings', 'DIVISION_UNKNOWN', { divisionCodes: unknownDivisions })] : []),
    ...(unknownAgencies.length > 0 ? [finding('BLOCKS', 'affiliations', 'AGENCY_UNKNOWN', { agencyIds: unknownAgencies })] : []),
  ]
}

function blocked(step: EntryStep, { code, ...facts }: { readonly code: string } & Readonly<Record<string, unknown>>): EntryFinding {
  return finding('BLOCKS', step, code, facts)
}
