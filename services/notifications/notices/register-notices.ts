import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { bodiesHolding } from '../bodies-holding.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

const changeOf = (tx: Tx, id: string) =>
  tx.registerChange.findUniqueOrThrow({
    where: { id },
    include: { intermediary: { select: { subjectId: true, subject: { select: { organisation: { select: { divisionCode: true } } } } } } },
  })

/** The register after the entry: changes, certificates that run out, the exit. */
export const registerNotices: Readonly<Record<string, NoticeRule>> = {
  'intermediaries.changeRequested': telling(['intermediaries.changeToCheck'], async (tx, id) => {
    const { number, kind, checkDueOn, intermediary } = await changeOf(tx, id)
    const recipients = await bodiesHolding(tx, 'REFORM_OFFICE', intermediary.subject.organisation?.divisionCode ?? null)
    return [
      { kind: 'intermediaries.changeToCheck', recipients, facts: { number, changeKind: kind, checkDueOn: fromDbDayOrNull(checkDueOn) } },
    ]
  }),
  'intermediaries.changeDecided': telling(['intermediaries.changeDecided'], async (tx, id) => {
    const { number, kind, state, intermediary } = await changeOf(tx, id)
    const { subjectId } = intermediary
    return [{ kind: 'intermediaries.changeDecided', recipients: [{ subjectId }], facts: { number, kind, state } }]
  }),
  'intermediaries.tieRecorded': telling(['intermediaries.tieRecorded'], async (tx, id) => {
    const tie = await tx.affiliation.findUnique({ where: { id }, include: { intermediary: { select: { subjectId: true } } } })
    // An objection was accepted before anyone was told.
    if (!tie) return []
    const { partyName, intermediary } = tie
    return [{ kind: 'intermediaries.tieRecorded', recipients: [{ subjectId: intermediary.subjectId }], facts: { partyName } }]
  }),
  'intermediaries.exited': telling(['intermediaries.exited'], async (tx, id) => {
    const { subjectId } = await tx.intermediary.findUniqueOrThrow({ where: { id } })
    return [{ kind: 'intermediaries.exited', recipients: [{ subjectId }], facts: {} }]
  }),
  'intermediaries.qualificationExpiring': telling(['intermediaries.qualificationExpiring'], async (tx, id) => {
    const one = await tx.qualification.findUnique({ where: { id }, include: { intermediary: true } })
    // The certificate was removed before anyone was told.
    if (!one?.validUntilOn) return []
    const { name, certificateNo, validUntilOn, intermediary } = one
    const facts = { number: certificateNo, name, untilOn: fromDbDay(validUntilOn) }
    return [{ kind: 'intermediaries.qualificationExpiring', recipients: [{ subjectId: intermediary.subjectId }], facts }]
  }),
}
