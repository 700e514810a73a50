import type { Profile } from '#domain/intermediaries/profile-change.ts'
import { pick } from '#domain/intermediaries/profile-change.ts'
import { profileFields } from '#domain/intermediaries/upkeep-rule-set.ts'
import type { WantedProfile } from '#domain/intermediaries/wanted-change.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { profileOf } from './changing-firm.ts'

/**
 * Writes the profile as wanted, on every row that shows it. The code stays, and with it everything on record: a new name sheds no procedure.
 * @returns what stood before, of the fields that changed
 */
export async function applyProfile(unit: UnitOfWork, firm: ChangingFirm, wanted: WantedProfile): Promise<Partial<Profile>> {
  const { tx } = unit
  const { name, nameEn, divisionCode, ...own } = wanted
  const before = pick(
    profileOf(firm),
    profileFields.filter((field) => wanted[field] !== undefined),
  )
  await tx.subject.update({ where: { id: firm.subjectId }, data: { name, divisionCode } })
  await tx.organisation.update({ where: { subjectId: firm.subjectId }, data: { nameZh: name, nameEn, divisionCode } })
  await tx.intermediary.update({ where: { id: firm.id }, data: { ...own, version: { increment: 1 } } })
  await refreshStanding(unit, firm.subjectId)
  return before
}
