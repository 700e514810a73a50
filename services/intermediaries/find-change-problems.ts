import { barsOn } from '#domain/credit/bar.ts'
import type { ChangeFinding } from '#domain/intermediaries/change-finding.ts'
import { changeFinding } from '#domain/intermediaries/change-finding.ts'
import { certificateFindings } from '#domain/intermediaries/certificate-findings.ts'
import type { RegisterChangeKind } from '#domain/intermediaries/register-change.ts'
import type { WantedAffiliation, WantedPractitioner, WantedQualification } from '#domain/intermediaries/wanted-change.ts'
import { wantedSchemas } from '#domain/intermediaries/wanted-change.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { finalViolationStates } from '#domain/listings/violation-case.ts'
import type { Tx } from '#prisma/client.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import { toQualification, toStanding } from '../engagements/load-choice-facts.ts'
import { areaBelow } from './area-below.ts'
import { barredOffers } from './check-avoidance.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { loadAgencyTies } from './load-agency-ties.ts'

/** What the program finds about a change on that day, the blocking first. Read again when the change is decided. */
export async function findChangeProblems(
  tx: Tx,
  firm: ChangingFirm,
  { kind, wanted }: { readonly kind: RegisterChangeKind; readonly wanted: unknown },
  today: CalendarDay,
): Promise<readonly ChangeFinding[]> {
  const found = [...(await openCases(tx, firm)), ...(await ofKind(tx, firm, kind, wanted, today))]
  return found.toSorted((a, b) => Number(b.level === 'BLOCKS') - Number(a.level === 'BLOCKS'))
}

async function ofKind(tx: Tx, firm: ChangingFirm, kind: RegisterChangeKind, wanted: unknown, today: CalendarDay) {
  switch (kind) {
    case 'PROFILE':
      return ofName(tx, firm, wantedSchemas.PROFILE.parse(wanted).name)
    case 'QUALIFICATIONS':
      return ofCertificates(tx, firm, wantedSchemas.QUALIFICATIONS.parse(wanted), today)
    case 'PRACTITIONERS':
      return ofPeople(tx, firm, wantedSchemas.PRACTITIONERS.parse(wanted), today)
    case 'AFFILIATIONS':
      return ofTies(tx, firm, wantedSchemas.AFFILIATIONS.parse(wanted), today)
    case 'EXIT':
      return []
  }
}

const running = { notIn: [...finalViolationStates] }

/** A case that runs goes on whatever the register comes to say; the officer should know of it. */
async function openCases(tx: Tx, { subjectId }: ChangingFirm): Promise<ChangeFinding[]> {
  const cases = await tx.violationCase.findMany({
    where: { subjectId, state: running },
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  return cases.map(({ number }) => changeFinding('OPEN_CASE', { number }))
}

async function ofName(tx: Tx, firm: ChangingFirm, name: string | undefined): Promise<ChangeFinding[]> {
  if (name === undefined) return []
  const others = await tx.intermediary.findMany({ where: { subject: { name }, id: { not: firm.id } }, include: { subject: true }, take: 3 })
  return others.map(({ subject }) => changeFinding('NAME_TAKEN', { name, uscc: subject.uscc ?? '' }))
}

async function ofCertificates(tx: Tx, firm: ChangingFirm, wanted: readonly WantedQualification[], today: CalendarDay) {
  const held = await tx.qualification.findMany({ where: { intermediaryId: firm.id } })
  const offered = await tx.serviceOffering.findMany({
    where: { intermediaryId: firm.id, isWithdrawn: false },
    select: { serviceItemCode: true },
  })
  const named = wanted.flatMap((one) => (one.op === 'REMOVE' ? [] : one.certificate.serviceItemCodes))
  const items = await itemsInForce(tx, [...named, ...offered.map(({ serviceItemCode }) => serviceItemCode)], today)
  const numbers = wanted.flatMap((one) => (one.op === 'REMOVE' ? [] : [one.certificate.certificateNo]))
  const elsewhere = await tx.qualification.findMany({
    where: { certificateNo: { in: numbers }, intermediaryId: { not: firm.id } },
    include: { intermediary: { include: { subject: true } } },
    take: 10,
  })
  return [
    ...certificateFindings(
      wanted,
      held.map((row) => ({ id: row.id, ...toQualification(row) })),
      { today, items, offeredItemCodes: offered.map(({ serviceItemCode }) => serviceItemCode) },
    ),
    ...elsewhere.map(({ certificateNo, intermediary }) =>
      changeFinding('CERTIFICATE_ELSEWHERE', { certificateNo, name: intermediary.subject.name }),
    ),
  ]
}

async function ofPeople(tx: Tx, firm: ChangingFirm, wanted: readonly WantedPractitioner[], today: CalendarDay): Promise<ChangeFinding[]> {
  const hashes = wanted.flatMap((one) => (one.op === 'ADD' ? [one.identityHash] : []))
  const added = await tx.subject.findMany({
    where: { identityHash: { in: hashes } },
    include: {
      standing: true,
      practitioners: { where: { intermediary: { status: { not: 'EXITED' } } }, include: { intermediary: { include: { subject: true } } } },
    },
  })
  const leaving = await tx.practitioner.findMany({
    where: { id: { in: wanted.flatMap((one) => (one.op === 'LEAVE' ? [one.practitionerId] : [])) }, intermediaryId: firm.id },
    include: { subject: { include: { violationCases: { where: { state: running }, select: { number: true } } } } },
  })
  return [
    ...added.flatMap(({ name, standing, practitioners }) => [
      ...barsOn(toStanding(standing).bars, 'PROVIDE_SERVICES', today).map(({ clause }) => changeFinding('PERSON_BARRED', { name, clause })),
      ...practitioners.map(({ intermediaryId, intermediary }) =>
        intermediaryId === firm.id
          ? changeFinding('PERSON_ALREADY_REGISTERED', { name })
          : changeFinding('PERSON_AT_OTHER_INSTITUTION', { name, institution: intermediary.subject.name }),
      ),
    ]),
    ...leaving.flatMap(({ subject }) =>
      subject.violationCases.map(({ number }) => changeFinding('PERSON_UNDER_CASE', { name: subject.name, number })),
    ),
  ]
}

/** What the ties would bar, as if they stood already; and the end of a tie to an agency, which wants proof. */
async function ofTies(tx: Tx, firm: ChangingFirm, wanted: readonly WantedAffiliation[], today: CalendarDay): Promise<ChangeFinding[]> {
  const uscc = firm.subject.uscc ?? ''
  const added = wanted.flatMap((one) => (one.op === 'ADD' ? [one] : []))
  const areas = await areaBelow(
    tx,
    added.flatMap(({ agencyId }) => agencyId ?? []),
  )
  const declared = added.map(({ agencyId, ...tie }) => ({ ...tie, holderUscc: uscc, agency: areas.get(agencyId ?? '') ?? null }))
  const ties = (await loadAgencyTies(tx, [uscc], today, declared)).get(uscc) ?? []
  const offers = await tx.serviceOffering.findMany({ where: { intermediaryId: firm.id, isWithdrawn: false } })
  const barred = await barredOffers(tx, ties, offers, today)
  const ended = await tx.affiliation.findMany({
    where: { id: { in: wanted.flatMap((one) => (one.op === 'ADD' ? [] : [one.affiliationId])) }, agencyId: { not: null } },
    include: { agency: true },
  })
  return [
    ...barred.map(({ itemCode, agency }) => changeFinding('OFFERING_BARRED', { itemCode, agency })),
    ...ended.map(({ partyName, agency }) => changeFinding('AGENCY_TIE_ENDS', { partyName, agency: agency?.nameZh ?? '' })),
  ]
}
