import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { normaliseAffiliations, saveAffiliations } from './affiliation-input.ts'
import { lockEntry } from './changing-firm.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { checkRegisterEntry } from './check-register-entry.ts'
import { savePractitioners, saveQualifications } from './enter-intermediary.ts'
import type { NewIntermediary } from './register-intermediary-input.ts'
import { replaceOfferings } from './save-offering.ts'

/** The firm of that code, ours until commit, where it has left the register; null where nobody with the code has. */
export async function lockExitedFirm(unit: UnitOfWork, uscc: string): Promise<ChangingFirm | null> {
  const row = await unit.tx.intermediary.findFirst({ where: { status: 'EXITED', subject: { uscc } }, select: { subjectId: true } })
  if (!row) return null
  const firm = await lockEntry(unit, row.subjectId)
  return firm.status === 'EXITED' ? firm : null
}

/**
 * Opens the entry of a firm that had left, under the same code, with what its new application says. Its engagements, credit events, list
 * entries and past offerings stay its own, and so do the ties on record: nobody gets rid of them by leaving and coming back (our own
 * default); a change request ends them.
 * @param firm as `lockExitedFirm` gave it · @param entry as `normaliseEntry` gave it · @param listedOn its first day back
 * @returns the intermediary's id
 * @throws as `enterIntermediary`
 */
export async function reenterIntermediary(
  unit: UnitOfWork,
  firm: ChangingFirm,
  entry: NewIntermediary,
  listedOn: CalendarDay,
): Promise<string> {
  const { tx } = unit
  await checkRegisterEntry(unit, entry, shanghaiDayOf(unit.now))
  const { name, uscc, divisionCode, legalForm, legalRepresentative, address, phone, introduction } = entry
  const { id, subjectId } = firm
  const before = await tx.intermediary.findUniqueOrThrow({ where: { id }, include: { qualifications: true, practitioners: true } })
  await tx.subject.update({ where: { id: subjectId }, data: { name, divisionCode } })
  await tx.organisation.updateMany({ where: { subjectId }, data: { nameZh: name, nameEn: entry.nameEn, divisionCode } })
  await tx.intermediary.update({
    where: { id },
    data: {
      ...{ legalForm, legalRepresentative, address, phone, introduction },
      status: 'LISTED',
      listedOn: toDbDay(listedOn),
      version: { increment: 1 },
    },
  })
  // What it was is in the trail below; the register says what it is.
  await tx.qualification.deleteMany({ where: { intermediaryId: id } })
  await tx.practitioner.deleteMany({ where: { intermediaryId: id } })
  await saveQualifications(unit, id, entry)
  await savePractitioners(unit, id, entry)
  await saveNewTies(unit, id, entry)
  await replaceOfferings(unit, { intermediaryId: id, subjectId, uscc, qualifications: entry.qualifications }, entry.offerings, '重新入驻')
  await refreshStanding(unit, subjectId)
  const { offerings, qualifications, affiliations } = entry
  await unit.audit({
    action: 'intermediary.reenter',
    entity: 'Intermediary',
    entityId: id,
    before: {
      ...{ name: firm.subject.name, status: before.status, listedOn: fromDbDay(before.listedOn) },
      ...{ qualifications: before.qualifications, practitioners: before.practitioners },
    },
    after: { name, uscc, divisionCode, listedOn, offerings, qualifications, affiliations },
  })
  await unit.outbox('intermediaries.registered', 'Intermediary', id)
  return id
}

/** The ties that the application names and that are not on record as lasting already. */
async function saveNewTies(unit: UnitOfWork, intermediaryId: string, { affiliations }: NewIntermediary): Promise<void> {
  const declared = await normaliseAffiliations(unit, affiliations, 'affiliations')
  const lasting = await unit.tx.affiliation.findMany({ where: { intermediaryId, untilOn: null } })
  const isKnown = (tie: (typeof declared)[number]) =>
    lasting.some(
      ({ kind, partyName, partyUscc, agencyId }) =>
        kind === tie.kind && partyName === tie.partyName && partyUscc === tie.partyUscc && agencyId === tie.agencyId,
    )
  await saveAffiliations(
    unit,
    intermediaryId,
    declared.filter((tie) => !isKnown(tie)),
  )
}
