import { checkChoosable } from '#domain/engagements/choose.ts'
import type { ChoiceFacts } from '#domain/engagements/choose.ts'
import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import type { Prisma, ServiceItem, ServiceOffering } from '#prisma/generated/client.ts'
import { toItem, toOffering, toQualification, toStanding } from '../engagements/load-choice-facts.ts'

/** What has to be read of an intermediary to say what it offers and whether it may be chosen. */
export const offersInclude = {
  offerings: { include: { serviceItem: true }, orderBy: { serviceItemCode: 'asc' } },
  qualifications: true,
  subject: { include: { standing: true } },
} as const satisfies Prisma.IntermediaryInclude

type RegisterRow = Prisma.IntermediaryGetPayload<{ include: typeof offersInclude }>

/** One offering as the public sees it. `refusal` is why nobody may choose it today; null: it may be chosen. */
export interface PublicOffer {
  readonly offering: ServiceOffering
  readonly item: ServiceItem
  readonly refusal: (Record<string, unknown> & { readonly code: string }) | null
}

/**
 * The current offerings with what the choice itself would answer today (rulebook R2, R3, R5), wherever the project is: an offering that
 * may be chosen in one of its divisions is not refused. Withdrawn ones are for the firm's own eyes.
 */
export function offersOf(
  row: RegisterRow,
  ties: readonly AgencyTie[],
  now: Date,
  { isWithdrawnShown = false }: { readonly isWithdrawnShown?: boolean } = {},
): readonly PublicOffer[] {
  const intermediary: ChoiceFacts['intermediary'] = {
    intermediaryId: row.id,
    subjectId: row.subjectId,
    name: row.subject.name,
    status: row.status,
    qualifications: row.qualifications.map(toQualification),
    agencyTies: ties,
  }
  const standing = toStanding(row.subject.standing)
  return row.offerings
    .filter((offering) => isWithdrawnShown || !offering.isWithdrawn)
    .map(({ serviceItem, ...offering }) => {
      const facts = { item: toItem(serviceItem), offering: toOffering(offering), intermediary, standing, now }
      return { offering, item: serviceItem, refusal: refusalWherever(facts, offering.divisionCodes) }
    })
}

/** Why the offering can't be chosen in any of these divisions; null where it can in one. */
export function refusalWherever(facts: Omit<ChoiceFacts, 'divisionCodes'>, divisionCodes: readonly string[]): PublicOffer['refusal'] {
  const answers = divisionCodes.map((code) => checkChoosable({ ...facts, divisionCodes: [code] }))
  const refused = answers.every(({ ok }) => !ok) ? answers.find((one) => !one.ok) : undefined
  return refused ? { ...refused.refusal } : null
}
