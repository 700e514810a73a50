import type { Role } from '#domain/access/role.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { bodiesHolding } from '../bodies-holding.ts'
import { telling } from '../notice.ts'
import type { NoticeRule, Recipient } from '../notice.ts'

/** A nomination with the facts every sentence has, its party, its nominating authority, and the offices near the party. */
async function nominationOf(tx: Tx, id: string) {
  const row = await tx.redListNomination.findUniqueOrThrow({ where: { id }, include: { subject: true } })
  const { organisationId, subjectId, subject } = row
  const authority: readonly Recipient[] = organisationId ? [{ organisationId, role: 'AGENCY_MANAGER' }] : []
  const officesOf = (role: Role) => bodiesHolding(tx, role, subject.divisionCode)
  const facts = { number: row.number, name: subject.name, untilOn: fromDbDayOrNull(row.publicUntilOn), state: row.state }
  return { row, facts, party: [{ subjectId }], authority, officesOf }
}
type OfNomination = Awaited<ReturnType<typeof nominationOf>>

const told = (kind: string, who: (of: OfNomination) => readonly Recipient[] | Promise<readonly Recipient[]>): NoticeRule =>
  telling([kind], async (tx, id) => {
    const of = await nominationOf(tx, id)
    return [{ kind, recipients: await who(of), facts: of.facts }]
  })

/** Under the number of the nomination, because that is where it is dealt with. */
const ofObjection = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { nominationId, number } = await tx.redListObjection.findUniqueOrThrow({ where: { id } })
    const { facts, officesOf } = await nominationOf(tx, nominationId)
    return [{ kind, recipients: await officesOf('REFORM_OFFICE'), facts: { ...facts, objection: number } }]
  })

const ofReview = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { dueOn, entry } = await tx.redListReview.findUniqueOrThrow({ where: { id }, include: { entry: { include: { subject: true } } } })
    const { number, subject } = entry
    const recipients = await bodiesHolding(tx, 'DECIDER', subject.divisionCode)
    return [{ kind, recipients, facts: { number, name: subject.name, dueOn: fromDbDay(dueOn) } }]
  })

/** 红名单: who examines, answers, decides and reviews is told when it is their turn; the nominee, what everyone can read. */
export const redListNotices: Readonly<Record<string, NoticeRule>> = {
  'redList.nominated': told('redList.toExamine', ({ officesOf }) => officesOf('REFORM_OFFICE')),
  'redList.turnedDown': told('redList.turnedDown', ({ authority }) => authority),
  'redList.publicityStarted': told('redList.inPublicity', ({ party, authority }) => [...party, ...authority]),
  'redList.withdrawn': told('redList.withdrawn', ({ row, party }) => (row.publicFromOn ? party : [])),
  'redList.objected': told('redList.objectionToAnswer', ({ officesOf }) => officesOf('REFORM_OFFICE')),
  'redList.objectionDue': ofObjection('redList.objectionDue'),
  // An objector without an account reads the answer under the receipt number.
  'redList.objectionAnswered': telling(['redList.objectionAnswered'], async (tx, id) => {
    const { filedById, number } = await tx.redListObjection.findUniqueOrThrow({ where: { id } })
    return [{ kind: 'redList.objectionAnswered', recipients: filedById ? [{ userId: filedById }] : [], facts: { number } }]
  }),
  'redList.toDecide': told('redList.toDecide', ({ officesOf }) => officesOf('DECIDER')),
  'redList.decided': telling(['redList.listed', 'redList.notListed'], async (tx, id) => {
    const { row, facts, party, authority } = await nominationOf(tx, id)
    return [{ kind: row.state === 'LISTED' ? 'redList.listed' : 'redList.notListed', recipients: [...party, ...authority], facts }]
  }),
  'redList.reviewOpened': ofReview('redList.reviewOpened'),
  'redList.reviewDue': ofReview('redList.reviewDue'),
  // Removed, the party is told by the end of its entry.
  'redList.reviewed': telling(['redList.reviewKept'], async (tx, id) => {
    const { state, entry } = await tx.redListReview.findUniqueOrThrow({ where: { id }, include: { entry: true } })
    const recipients = state === 'KEPT' ? [{ subjectId: entry.subjectId }] : []
    return [{ kind: 'redList.reviewKept', recipients, facts: { number: entry.number } }]
  }),
}
