import { isDeepStrictEqual } from 'node:util'
import type { Qualification } from '#domain/engagements/qualification.ts'
import { refreshSearchDocument } from '#search/intermediaries/refresh-search-document.ts'
import type { ServiceOffering } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { checkAvoidance } from './check-avoidance.ts'
import { checkOfferings } from './check-offerings.ts'
import type { CheckedOffering, WantedOffering } from './check-offerings.ts'
import { flagSharpRise } from './flag-sharp-rise.ts'

/** Whose offerings are written, with the certificates that count today. Affiliations are read from the register: save them first. */
export interface OfferingFirm {
  readonly intermediaryId: string
  readonly subjectId: string
  readonly uscc: string
  readonly qualifications: readonly Qualification[]
}

/**
 * Writes offerings that a firm doesn't have yet, all of them or none, with the first line of their history.
 * The firm's search document is the caller's business: it is written once, when all of the firm stands.
 * @throws ValidationError and RefusedError as `checkOfferings`, RefusedError AFFILIATED_WITH_AGENCY
 */
export async function saveNewOfferings(
  unit: UnitOfWork,
  firm: OfferingFirm,
  wanted: readonly WantedOffering[],
): Promise<readonly string[]> {
  const checked = await checkAll(unit, firm, wanted)
  const made = await unit.tx.serviceOffering.createManyAndReturn({
    data: checked.map((offering) => ({ intermediaryId: firm.intermediaryId, ...columnsOf(offering), updatedAt: unit.now })),
  })
  await saveHistory(unit, made, '')
  return made.map(({ id }) => id)
}

/**
 * The one way an offering is written after that: new, changed, or offered again, each with a line in its history. A rise that the
 * rules watch leaves an alert and is made all the same. Running engagements keep what was agreed.
 * @param current the row, locked; null for a new one · @param reason in the firm's words, for the history
 * @throws as `saveNewOfferings`, RefusedError OFFERING_UNCHANGED
 */
export async function saveOffering(
  unit: UnitOfWork,
  firm: OfferingFirm,
  wanted: WantedOffering,
  { current, reason }: { readonly current: ServiceOffering | null; readonly reason: string },
): Promise<string> {
  if (current === null) {
    const [id = ''] = await saveNewOfferings(unit, firm, [wanted])
    await announce(unit, firm, id)
    return id
  }
  const [checked] = await checkAll(unit, firm, [wanted])
  if (!checked) throw new Error('nothing checked')
  const columns = { ...columnsOf(checked), isWithdrawn: false }
  const before = Object.fromEntries(Object.keys(columns).map((key) => [key, current[key as keyof ServiceOffering]]))
  if (isDeepStrictEqual({ ...columns, feeSchedule: { ...checked.feeSchedule } }, before)) {
    throw new RefusedError({ code: 'OFFERING_UNCHANGED', itemCode: wanted.serviceItemCode })
  }
  await flagSharpRise(unit, firm, current, checked)
  await rewrite(unit, current.id, columns, reason)
  await announce(unit, firm, current.id)
  return current.id
}

/**
 * Writes the offerings of a firm that comes back: what it offers now, and nothing else. Each goes on under its old row and history where it
 * has one. The search document is the caller's business.
 * @throws as `saveNewOfferings`
 */
export async function replaceOfferings(
  unit: UnitOfWork,
  firm: OfferingFirm,
  wanted: readonly WantedOffering[],
  reason: string,
): Promise<void> {
  const { intermediaryId } = firm
  const known = await unit.tx.serviceOffering.findMany({ where: { intermediaryId } })
  const knownOf = (code: string) => known.find(({ serviceItemCode }) => serviceItemCode === code)
  const again = await checkAll(
    unit,
    firm,
    wanted.filter(({ serviceItemCode }) => knownOf(serviceItemCode)),
  )
  for (const offering of again)
    await rewrite(unit, knownOf(offering.item.code)?.id ?? '', { ...columnsOf(offering), isWithdrawn: false }, reason)
  await saveNewOfferings(
    unit,
    firm,
    wanted.filter(({ serviceItemCode }) => !knownOf(serviceItemCode)),
  )
  const dropped = known.filter((one) => !one.isWithdrawn && !wanted.some(({ serviceItemCode }) => serviceItemCode === one.serviceItemCode))
  for (const { id } of dropped) await rewrite(unit, id, { isWithdrawn: true }, reason)
}

/** Takes an offering back: it can't be chosen any more. What has been chosen goes on as agreed. */
export async function withdrawSavedOffering(
  unit: UnitOfWork,
  firm: OfferingFirm,
  current: ServiceOffering,
  reason: string,
): Promise<string> {
  if (current.isWithdrawn) throw new RefusedError({ code: 'OFFERING_WITHDRAWN', itemCode: current.serviceItemCode })
  await rewrite(unit, current.id, { isWithdrawn: true }, reason)
  await announce(unit, firm, current.id)
  return current.id
}

async function checkAll(unit: UnitOfWork, { uscc, qualifications }: OfferingFirm, wanted: readonly WantedOffering[]) {
  const checked = await checkOfferings(unit, wanted, qualifications)
  const avoided = checked.map(({ item, divisionCodes }) => ({
    serviceItemCode: item.code,
    approvingAgency: item.approvingAgencyZh,
    divisionCodes,
  }))
  await checkAvoidance(unit, uscc, avoided)
  return checked
}

const columnsOf = ({ serviceItemCode, divisionCodes, feeSchedule, feeFen, feeNote, promisedWorkingDays }: CheckedOffering) => ({
  serviceItemCode,
  divisionCodes: [...new Set(divisionCodes)].sort(),
  feeSchedule: asJson(feeSchedule) ?? {},
  feeFen,
  feeNote,
  promisedWorkingDays,
})

async function rewrite(
  unit: UnitOfWork,
  id: string,
  data: Parameters<UnitOfWork['tx']['serviceOffering']['update']>[0]['data'],
  reason: string,
) {
  const saved = await unit.tx.serviceOffering.update({
    where: { id },
    data: { ...data, version: { increment: 1 }, updatedAt: unit.now },
  })
  await saveHistory(unit, [saved], reason)
}

async function saveHistory({ tx, now, viewer }: UnitOfWork, rows: readonly ServiceOffering[], reason: string): Promise<void> {
  await tx.offeringVersion.createMany({
    data: rows.map(({ id, version, feeSchedule, feeFen, promisedWorkingDays, divisionCodes, isWithdrawn }) => ({
      offeringId: id,
      ...{ version, feeFen, promisedWorkingDays, divisionCodes, isWithdrawn, reason },
      feeSchedule: feeSchedule ?? {},
      fromAt: now,
      changedById: viewer.userId,
    })),
  })
}

async function announce(unit: UnitOfWork, { intermediaryId }: OfferingFirm, offeringId: string): Promise<void> {
  await refreshSearchDocument(unit.tx, intermediaryId)
  await unit.outbox('intermediaries.offeringChanged', 'ServiceOffering', offeringId)
}
