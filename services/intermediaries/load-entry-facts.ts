import type { Affiliation } from '#domain/intermediaries/affiliation.ts'
import type { CompleteEntry } from '#domain/intermediaries/entry-completeness.ts'
import type { EntryFacts, KnownParty } from '#domain/intermediaries/entry-findings.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { IntermediaryStatus } from '#prisma/generated/client.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import { toStanding } from '../engagements/load-choice-facts.ts'
import { areaBelow } from './area-below.ts'
import { barredOffers } from './check-avoidance.ts'
import { loadAgencyTies } from './load-agency-ties.ts'

/** What register, lists and catalogue say on that day about everything the application names. */
export async function loadEntryFacts(tx: Tx, id: string, entry: CompleteEntry, today: CalendarDay): Promise<EntryFacts> {
  const { identity, offerings } = entry
  const { uscc } = identity
  const divisions = [...new Set([identity.divisionCode, ...offerings.flatMap(({ divisionCodes }) => divisionCodes)])]
  const knownDivisions = await tx.division.findMany({ where: { code: { in: divisions } }, select: { code: true } })
  const rivals = await tx.entryApplication.count({ where: { uscc, id: { not: id }, state: { in: ['SUBMITTED', 'PUBLICITY'] } } })
  const items = await itemsInForce(
    tx,
    offerings.map(({ serviceItemCode }) => serviceItemCode),
    today,
  )
  const { parties, practitionersElsewhere, registration } = await loadParties(tx, entry)
  const { unknownAgencies, barredOffers } = await loadTies(tx, entry, today)
  return {
    today,
    registration,
    isUsccInOtherApplication: rivals > 0,
    parties,
    practitionersElsewhere,
    items,
    unknownDivisions: divisions.filter((code) => !knownDivisions.some((one) => one.code === code)),
    unknownAgencies,
    barredOffers,
  }
}

/** Who of those named is on record: the firm by its code, persons by the keyed hash. */
async function loadParties(tx: Tx, { identity: { uscc }, legalRepresentative, practitioners }: CompleteEntry) {
  const hashes = [legalRepresentative, ...practitioners].map((one) => one.identity.hash)
  const subjects = await tx.subject.findMany({
    where: { OR: [{ uscc }, { identityHash: { in: hashes } }] },
    include: {
      standing: true,
      intermediary: { select: { status: true } },
      practitioners: { where: { intermediary: { status: { not: 'EXITED' } } }, include: { intermediary: { include: { subject: true } } } },
    },
  })
  const byHash = new Map(subjects.flatMap((subject) => (subject.identityHash ? [[subject.identityHash, subject] as const] : [])))
  const firm = subjects.find((subject) => subject.uscc === uscc)
  const party = (role: KnownParty['role'], name: string, subject: (typeof subjects)[number] | undefined): KnownParty[] =>
    subject ? [{ role, name, bars: toStanding(subject.standing).bars }] : []
  return {
    registration: registrationOf(firm),
    parties: [
      ...party('INSTITUTION', firm?.name ?? '', firm),
      ...party('LEGAL_REPRESENTATIVE', legalRepresentative.name, byHash.get(legalRepresentative.identity.hash)),
      ...practitioners.flatMap((one) => party('PRACTITIONER', one.name, byHash.get(one.identity.hash))),
    ],
    practitionersElsewhere: practitioners.flatMap(({ name, identity }) => {
      const institutions = byHash.get(identity.hash)?.practitioners.map(({ intermediary }) => intermediary.subject.name) ?? []
      return institutions.length > 0 ? [{ name, institutions }] : []
    }),
  }
}

/** A firm that left comes back under its old entry; any other bearer of the code, an applicant's firm too, keeps it. */
const registrationOf = (
  firm: { readonly intermediary: { readonly status: IntermediaryStatus } | null } | undefined,
): EntryFacts['registration'] => (!firm ? 'NONE' : firm.intermediary?.status === 'EXITED' ? 'EXITED' : 'ON_RECORD')

/** Ties that the firm declares, followed through what the register knows of its owners. */
async function loadTies(tx: Tx, { identity: { uscc }, affiliations, offerings }: CompleteEntry, today: CalendarDay) {
  const agencyIds = [...new Set(affiliations.ties.flatMap(({ agencyId }) => agencyId ?? []))]
  const areas = await areaBelow(tx, agencyIds)
  const declared = affiliations.ties.map(({ kind, partyName, partyUscc, agencyId, fromOn }): Affiliation => {
    const agency = areas.get(agencyId ?? '') ?? null
    return { holderUscc: uscc, kind, partyName, partyUscc, agency, fromOn, untilOn: null }
  })
  const ties = (await loadAgencyTies(tx, [uscc], today, declared)).get(uscc) ?? []
  const barred = await barredOffers(tx, ties, offerings, today)
  return { barredOffers: barred, unknownAgencies: agencyIds.filter((agencyId) => !areas.has(agencyId)) }
}
