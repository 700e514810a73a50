import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { ensurePersonSubjects, registerOrganisationSubject, requireIdentityNumber, requireUscc } from '../access/register-subject.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, ValidationError } from '../kernel/use-case-error.ts'
import { checkRegisterEntry } from './check-register-entry.ts'
import { registerIntermediaryInput } from './register-intermediary-input.ts'
import type { NewIntermediary, RegisterIntermediaryInput } from './register-intermediary-input.ts'

/**
 * Enters an intermediary into the register: the firm, its certificates, people and offerings. Searchable, choosable and checkable
 * from the same instant.
 * @returns the intermediary's id
 * @throws ValidationError USCC_INVALID, IDENTITY_INVALID, DIVISION_UNKNOWN, SERVICE_ITEM_UNKNOWN · RefusedError USCC_ALREADY_REGISTERED,
 *   ITEM_CANCELLED, QUALIFICATION_MISSING, QUALIFICATION_EXPIRED · ForbiddenError, also for a back-dated entry by anyone but an import
 */
export async function registerIntermediary(context: UseCaseContext, input: RegisterIntermediaryInput): Promise<string> {
  const entry = normaliseCodes(parseInput(registerIntermediaryInput, input))
  const { clientMutationId, practitioners, ...asked } = entry
  const { identityVault } = context
  // Identity numbers are remembered only as keyed hashes, so that a retry can be told from another wish.
  const people = practitioners.map((one) => ({ ...one, identityNumber: identityVault.hash(one.identityNumber) }))
  const command = { operation: 'registerIntermediary', clientMutationId, input: { ...asked, people } }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'intermediary.register')
    const today = shanghaiDayOf(unit.now)
    const listedOn = entry.listedOn ?? today
    if (listedOn !== today && context.viewer.kind !== 'SYSTEM') throw new ForbiddenError('intermediary.register', false)
    if (listedOn > today) throw new ValidationError([{ path: 'listedOn', code: 'DAY_IN_FUTURE', facts: { today } }])
    await checkRegisterEntry(unit, entry, today)

    const { name, uscc, divisionCode, isFictitious } = entry
    const subjectId = await registerOrganisationSubject(unit, { name, uscc, divisionCode, isFictitious })
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
    await tx.serviceOffering.createMany({
      data: entry.offerings.map((offering) => ({
        intermediaryId: id,
        ...offering,
        feeSchedule: { kind: 'FIXED', feeFen: offering.feeFen },
        updatedAt: now,
      })),
    })
    await refreshStanding(unit, subjectId)
    await unit.audit({
      action: 'intermediary.register',
      entity: 'Intermediary',
      entityId: id,
      after: { name, uscc, divisionCode, listedOn, offerings: entry.offerings, qualifications: entry.qualifications },
    })
    await unit.outbox('intermediaries.registered', 'Intermediary', id)
    return id
  })
}

function normaliseCodes(entry: NewIntermediary): NewIntermediary {
  const practitioners = entry.practitioners.map((one, index) => ({
    ...one,
    identityNumber: requireIdentityNumber(one.identityNumber, `practitioners.${index}.identityNumber`),
  }))
  const twice = practitioners.findIndex(
    ({ identityNumber }, index) => practitioners.findIndex((one) => one.identityNumber === identityNumber) !== index,
  )
  if (twice >= 0) throw new ValidationError([{ path: `practitioners.${twice}.identityNumber`, code: 'PERSON_NAMED_TWICE', facts: {} }])
  return { ...entry, uscc: requireUscc(entry.uscc, 'uscc'), practitioners }
}

async function saveQualifications({ tx }: UnitOfWork, intermediaryId: string, { qualifications }: NewIntermediary): Promise<void> {
  await tx.qualification.createMany({
    data: qualifications.map(({ validFromOn, validUntilOn, ...one }) => ({
      ...one,
      intermediaryId,
      validFromOn: toDbDay(validFromOn),
      validUntilOn: validUntilOn && toDbDay(validUntilOn),
    })),
  })
}

/** One person at two institutions is allowed and leaves a mark that supervision can find (rulebook R3). */
async function savePractitioners(unit: UnitOfWork, intermediaryId: string, entry: NewIntermediary): Promise<void> {
  const { divisionCode, isFictitious, practitioners } = entry
  if (practitioners.length === 0) return
  const subjectIds = await ensurePersonSubjects(
    unit,
    practitioners.map(({ name, identityNumber }) => ({ name, identityNumber, divisionCode, isFictitious })),
  )
  const elsewhere = await unit.tx.practitioner.findMany({
    where: { subjectId: { in: subjectIds } },
    select: { id: true, subjectId: true, intermediaryId: true },
  })
  await unit.tx.practitioner.createMany({
    data: practitioners.map(({ title, certificateNo }, index) => ({
      intermediaryId,
      subjectId: subjectIds[index] ?? '',
      title,
      certificateNo,
    })),
  })
  for (const { subjectId, intermediaryId: otherIntermediaryId } of elsewhere) {
    await unit.audit({
      action: 'practitioner.atSeveralInstitutions',
      entity: 'Subject',
      entityId: subjectId,
      after: { intermediaryIds: [otherIntermediaryId, intermediaryId] },
    })
  }
}
