import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

/** Those who can take it up in its office: investigators of a regulator, the staff of a reform office. */
const toOffice = (kind: string): NoticeRule =>
  telling([kind], async (tx: Tx, id) => {
    const { officeId, office, number, answerDueOn } = await tx.complaint.findUniqueOrThrow({ where: { id }, include: { office: true } })
    const role = office.kind === 'REFORM_OFFICE' ? 'REFORM_OFFICE' : 'INVESTIGATOR'
    return [{ kind, recipients: [{ organisationId: officeId, role }], facts: { number, dueOn: fromDbDay(answerDueOn) } }]
  })

/**
 * Reports and complaints. Whoever filed one is told nothing here, not even where an account did: the receipt answers, and no message could
 * give away who asked. The party concerned learns of a counted one, without its number.
 */
export const complaintNotices: Readonly<Record<string, NoticeRule>> = {
  'complaints.received': toOffice('complaints.toHandle'),
  'complaints.answerDue': toOffice('complaints.answerDue'),
  'complaints.counted': telling(['complaints.counted'], async (tx, id) => {
    const { subjectId } = await tx.complaint.findUniqueOrThrow({ where: { id }, select: { subjectId: true } })
    return subjectId === null ? [] : [{ kind: 'complaints.counted', recipients: [{ subjectId }], facts: {} }]
  }),
}
