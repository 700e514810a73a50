import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Tx } from '#prisma/client.ts'
import { telling } from '../notice.ts'
import type { Notice, NoticeRule } from '../notice.ts'

const commitmentOf = (tx: Tx, id: string) => tx.commitment.findUniqueOrThrow({ where: { id }, include: { items: true, case: true } })

/** To those at the windows of the agency that took the promise. */
const toWindow = <Kind extends string>(kind: Kind): NoticeRule =>
  telling([kind], async (tx, id): Promise<readonly Notice<Kind>[]> => {
    const { number, case: of } = await commitmentOf(tx, id)
    return [{ kind, recipients: [{ organisationId: of.agencyId, role: 'WINDOW_OFFICER' }], facts: { number } }]
  })

/** Promises on their way: what falls due, was extended, sent in or taken back, and what the public says to them. */
export const commitmentNotices: Readonly<Record<string, NoticeRule>> = {
  'commitments.dueSoon': telling(['commitments.dueSoon'], async (tx, id) => {
    const { sourceId, dueOn, daysAhead } = await tx.deadlineReminder.findUniqueOrThrow({ where: { id } })
    const { number, subjectId, state, nextDueOn, items } = await commitmentOf(tx, sourceId)
    // Kept, taken back or moved since: there is nothing to be reminded of.
    if (state !== 'PENDING' || nextDueOn?.getTime() !== dueOn.getTime()) return []
    const open = items.filter(({ deliveredAt, rejectedAt }) => deliveredAt === null || (rejectedAt && rejectedAt >= deliveredAt))
    const materials = open.map(({ nameZh }) => `《${nameZh}》`).join('、')
    return [{ kind: 'commitments.dueSoon', recipients: [{ subjectId }], facts: { number, materials, dueOn: fromDbDay(dueOn), daysAhead } }]
  }),
  'commitments.extended': telling(['commitments.extended'], async (tx, id) => {
    const { number, subjectId, nextDueOn } = await commitmentOf(tx, id)
    return [{ kind: 'commitments.extended', recipients: [{ subjectId }], facts: { number, dueOn: fromDbDayOrNull(nextDueOn) } }]
  }),
  'commitments.supplementUploaded': toWindow('commitments.supplementUploaded'),
  'commitments.withdrawn': toWindow('commitments.withdrawn'),
  'commitments.publicityObjected': telling(['commitments.publicityObjected'], async (tx, id) => {
    const { number, answerDueOn, commitment } = await tx.publicityObjection.findUniqueOrThrow({
      where: { id },
      include: { commitment: { include: { case: true } } },
    })
    const recipients = [{ organisationId: commitment.case.agencyId, role: 'AGENCY_MANAGER' as const }]
    const facts = { number, commitment: commitment.number, answerDueOn: fromDbDay(answerDueOn) }
    return [{ kind: 'commitments.publicityObjected', recipients, facts }]
  }),
}
