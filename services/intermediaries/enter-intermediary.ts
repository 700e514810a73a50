import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { ensurePersonSubjects, registerOrganisationSubject, requireIdentityNumber, requireUscc } from '../access/register-subject.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { normaliseAffiliations, saveAffiliations } from './affiliation-input.ts'
import { checkAvoidance } from './check-avoidance.ts'
import { checkRegisterEntry } from './check-register-entry.ts'
import { flagSharedPractitioners } from './flag-shared-practitioners.ts'
import type { NewIntermediary } from './register-intermediary-input.ts'
import { saveNewOfferings } from './save-offering.ts'

/**
 * Writes a firm into the register within the caller's transaction: the firm, its certificates, people and offerings. Who may do so, and
 * whether it was published and checked before, is the caller's business.
 * @param entry as `normaliseEntry` gave it · @param listedOn its first day in the register
 * @returns the intermediary's id
 * @throws ValidationError DIVISION_UNKNOWN, SERVICE_ITEM_UNKNOWN · RefusedError USCC_ALREADY_REGISTERED, ITEM_CANCELLED,
 *   QUALIFICATION_MISSING, QUALIFICATION_EXPIRED, AFFILIATED_WITH_AGENCY, FEE_…
 */
export async function enterIntermediary(unit: UnitOfWork, entry: NewIntermediary, listedOn: CalendarDay): Promise<string> {
  await checkRegisterEntry(unit, entry, shanghaiDayOf(unit.now))
  const { name, uscc, usccOverride, divisionCode, isFictitious } = entry
  const subjectId = await registerOrganisationSubject(unit, { name, uscc, usccOverride, divisionCode, isFictitious })
  const { tx, now } = unit
  await tx.organisation.create({
    data: { kind: 'INTERMEDIARY', nameZh: name, nameEn: entry.nameEn, divisionCode, subjectId, createdAt: now },
  })
  const { legalForm, legalRepresentative, address, phone, introduction } = entry
  const { id } = await tx.intermediary.create({
    data: {
      ...{ subjectId, legalForm, legalRepresentative, address, phone, introduction },
      listedOn: toDbDay(listedOn),
      createdAt: now,
    },
    select: { id: true },
  })
  await saveQualifications(unit, id, entry)
  await savePractitioners(unit, id, entry)
  await saveAffiliations(unit, id, await normaliseAffiliations(unit, entry.affiliations, 'affiliations'))
  await checkAvoidance(unit, uscc, entry.offerings)
  await saveNewOfferings(unit, { intermediaryId: id, subjectId, uscc, qualifications: entry.qualifications }, entry.offerings)
  await refreshStanding(unit, subjectId)
  await unit.audit({
    action: 'intermediary.register',
    entity: 'Intermediary',
    entityId: id,
    after: {
      name,
      uscc,
      divisionCode,
      listedOn,
      offerings: entry.offerings,
      qualifications: entry.qualifications,
      affiliations: entry.affiliations,
    },
  })
  await unit.outbox('intermediaries.registered', 'Intermediary', id)
  return id
}

/** Codes in the stored form. @throws ValidationError USCC_INVALID, IDENTITY_INVALID, PERSON_NAMED_TWICE */
export function normaliseEntry(entry: NewIntermediary): NewIntermediary {
  const practitioners = entry.practitioners.map((one, index) => ({
    ...one,
    identityNumber: requireIdentityNumber(one.identityNumber, `practitioners.${index}.identityNumber`),
  }))
  const twice = practitioners.findIndex(
    ({ identityNumber }, index) => practitioners.findIndex((one) => one.identityNumber === identityNumber) !== index,
  )
  if (twice >= 0) throw new ValidationError([{ path: `practitioners.${twice}.identityNumber`, code: 'PERSON_NAMED_TWICE', facts: {} }])
  return { ...entry, uscc: requireUscc(entry.uscc, 'uscc', { isCheckCharOverridden: entry.usccOverride !== null }), practitioners }
}

/** Writes the certificates of an entry. */
export async function saveQualifications(
  { tx, now }: UnitOfWork,
  intermediaryId: string,
  { qualifications }: NewIntermediary,
): Promise<void> {
  await tx.qualification.createMany({
    data: qualifications.map(({ validFromOn, validUntilOn, ...one }) => ({
      ...one,
      intermediaryId,
      registeredAt: now,
      validFromOn: toDbDay(validFromOn),
      validUntilOn: validUntilOn && toDbDay(validUntilOn),
    })),
  })
}

/** Writes the people of an entry and flags those who are registered elsewhere too. */
export async function savePractitioners(unit: UnitOfWork, intermediaryId: string, entry: NewIntermediary): Promise<void> {
  const { divisionCode, isFictitious, practitioners } = entry
  if (practitioners.length === 0) return
  const subjectIds = await ensurePersonSubjects(
    unit,
    practitioners.map(({ name, identityNumber }) => ({ name, identityNumber, divisionCode, isFictitious })),
  )
  await unit.tx.practitioner.createMany({
    data: practitioners.map(({ title, certificateNo }, index) => ({
      intermediaryId,
      subjectId: subjectIds[index] ?? '',
      title,
      certificateNo,
    })),
  })
  await flagSharedPractitioners(unit, intermediaryId, subjectIds)
}
