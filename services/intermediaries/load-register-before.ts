import type { RegisterBefore } from '#domain/intermediaries/compare-change.ts'
import type { RegisterChangeKind } from '#domain/intermediaries/register-change.ts'
import { pick } from '#domain/intermediaries/profile-change.ts'
import { profileFields } from '#domain/intermediaries/upkeep-rule-set.ts'
import { wantedSchemas } from '#domain/intermediaries/wanted-change.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { profileOf } from './changing-firm.ts'

/** What the register says now of everything a change touches: shown beside what is wanted, and kept when the change takes effect. */
export async function loadRegisterBefore(tx: Tx, firm: ChangingFirm, kind: RegisterChangeKind, wanted: unknown): Promise<RegisterBefore> {
  const of = { intermediaryId: firm.id }
  switch (kind) {
    case 'PROFILE': {
      const asked = wantedSchemas.PROFILE.parse(wanted)
      const fields = profileFields.filter((field) => asked[field] !== undefined)
      return { '': pick(profileOf(firm), fields) }
    }
    case 'QUALIFICATIONS': {
      const ids = wantedSchemas.QUALIFICATIONS.parse(wanted).flatMap((one) => (one.op === 'ADD' ? [] : [one.qualificationId]))
      const rows = await tx.qualification.findMany({ where: { ...of, id: { in: ids } } })
      return Object.fromEntries(
        rows.map(({ id, intermediaryId: _firm, registeredAt: _at, validFromOn, validUntilOn, ...certificate }) => [
          id,
          { ...certificate, validFromOn: fromDbDay(validFromOn), validUntilOn: fromDbDayOrNull(validUntilOn) },
        ]),
      )
    }
    case 'PRACTITIONERS': {
      const ids = wantedSchemas.PRACTITIONERS.parse(wanted).flatMap((one) => (one.op === 'ADD' ? [] : [one.practitionerId]))
      const rows = await tx.practitioner.findMany({ where: { ...of, id: { in: ids } }, include: { subject: true } })
      return Object.fromEntries(
        rows.map(({ id, title, certificateNo, subject: { name, identityMasked } }) => [id, { name, identityMasked, title, certificateNo }]),
      )
    }
    case 'AFFILIATIONS': {
      const ids = wantedSchemas.AFFILIATIONS.parse(wanted).flatMap((one) => (one.op === 'ADD' ? [] : [one.affiliationId]))
      const rows = await tx.affiliation.findMany({ where: { ...of, id: { in: ids } } })
      return Object.fromEntries(
        rows.map(({ id, intermediaryId: _firm, fromOn, untilOn, ...tie }) => [
          id,
          { ...tie, fromOn: fromDbDay(fromOn), untilOn: fromDbDayOrNull(untilOn) },
        ]),
      )
    }
    case 'EXIT':
      return {}
  }
}
