import { standsBeside } from '#domain/intermediaries/certificate-findings.ts'
import type { RegisterChangeKind } from '#domain/intermediaries/register-change.ts'
import type { WantedAffiliation, WantedCertificate, WantedPractitioner, WantedQualification } from '#domain/intermediaries/wanted-change.ts'
import { wantedSchemas } from '#domain/intermediaries/wanted-change.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { ensurePersonSubjects } from '../access/register-subject.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { saveAffiliations } from './affiliation-input.ts'
import { applyProfile } from './apply-profile.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { flagSharedPractitioners } from './flag-shared-practitioners.ts'

/**
 * Makes an accepted change true, all of it in the caller's transaction: the rows, the standing and the search document.
 * @param wanted as stored · @throws RefusedError CHANGE_TARGET_GONE where the register no longer has what was to be changed
 */
export async function applyRegisterChange(
  unit: UnitOfWork,
  firm: ChangingFirm,
  kind: Exclude<RegisterChangeKind, 'EXIT'>,
  wanted: unknown,
): Promise<void> {
  if (kind === 'PROFILE') {
    await applyProfile(unit, firm, wantedSchemas.PROFILE.parse(wanted))
    return
  }
  if (kind === 'QUALIFICATIONS') for (const one of wantedSchemas.QUALIFICATIONS.parse(wanted)) await applyQualification(unit, firm, one)
  if (kind === 'PRACTITIONERS') await applyPractitioners(unit, firm, wantedSchemas.PRACTITIONERS.parse(wanted))
  if (kind === 'AFFILIATIONS') for (const one of wantedSchemas.AFFILIATIONS.parse(wanted)) await applyAffiliation(unit, firm, one)
  await unit.tx.intermediary.update({ where: { id: firm.id }, data: { version: { increment: 1 } } })
  await refreshStanding(unit, firm.subjectId)
}

async function applyQualification({ tx, now }: UnitOfWork, firm: ChangingFirm, wanted: WantedQualification): Promise<void> {
  if (wanted.op === 'REMOVE') {
    const { count } = await tx.qualification.deleteMany({ where: { id: wanted.qualificationId, intermediaryId: firm.id } })
    if (count === 0) throw gone()
    return
  }
  const data = { ...columnsOf(wanted.certificate), registeredAt: now }
  // A renewal that begins later stands beside the old certificate, so that no day between is lost.
  const isLater = wanted.op === 'RENEW' && standsBeside(wanted, shanghaiDayOf(now))
  if (wanted.op === 'ADD' || isLater) {
    await tx.qualification.create({ data: { ...data, intermediaryId: firm.id } })
    return
  }
  const { count } = await tx.qualification.updateMany({ where: { id: wanted.qualificationId, intermediaryId: firm.id }, data })
  if (count === 0) throw gone()
}

const columnsOf = ({ validFromOn, validUntilOn, ...certificate }: WantedCertificate) => ({
  ...certificate,
  validFromOn: toDbDay(validFromOn),
  validUntilOn: validUntilOn === null ? null : toDbDay(validUntilOn),
})

async function applyPractitioners(unit: UnitOfWork, firm: ChangingFirm, wanted: readonly WantedPractitioner[]): Promise<void> {
  const { tx, context } = unit
  const leaving = wanted.flatMap((one) => (one.op === 'LEAVE' ? [one.practitionerId] : []))
  const { count } = await tx.practitioner.deleteMany({ where: { id: { in: leaving }, intermediaryId: firm.id } })
  if (count < leaving.length) throw gone()
  const added = wanted.flatMap((one) => (one.op === 'ADD' ? [one] : []))
  if (added.length === 0) return
  const { divisionCode, isFictitious } = firm.subject
  const subjectIds = await ensurePersonSubjects(
    unit,
    added.map(({ name, identityCipher }) => ({
      name,
      identityNumber: context.identityVault.open(identityCipher),
      divisionCode,
      isFictitious,
    })),
  )
  await tx.practitioner.createMany({
    data: added.map(({ title, certificateNo }, index) => ({
      intermediaryId: firm.id,
      subjectId: subjectIds[index] ?? '',
      title,
      certificateNo,
    })),
  })
  await flagSharedPractitioners(unit, firm.id, subjectIds)
}

async function applyAffiliation(unit: UnitOfWork, firm: ChangingFirm, wanted: WantedAffiliation): Promise<void> {
  if (wanted.op === 'ADD') {
    const { op: _op, ...tie } = wanted
    await saveAffiliations(unit, firm.id, [tie])
    return
  }
  if (wanted.op === 'OBJECT') {
    // Found never to have been: nothing of it stays but the trail.
    const { count } = await unit.tx.affiliation.deleteMany({
      where: { id: wanted.affiliationId, intermediaryId: firm.id, isDeclared: false },
    })
    if (count === 0) throw gone()
    return
  }
  const { count } = await unit.tx.affiliation.updateMany({
    where: { id: wanted.affiliationId, intermediaryId: firm.id, untilOn: null },
    data: { untilOn: toDbDay(wanted.untilOn) },
  })
  if (count === 0) throw gone()
}

const gone = () => new RefusedError({ code: 'CHANGE_TARGET_GONE' })
