import type { Tx } from '#prisma/client.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

/** An engagement's two parties, as recipients, with the facts every sentence has. */
export async function partiesOf(tx: Tx, engagementId: string) {
  const { applicantId, number, projectName, intermediary } = await tx.engagement.findUniqueOrThrow({
    where: { id: engagementId },
    include: { intermediary: { select: { subjectId: true } } },
  })
  return { owner: { subjectId: applicantId }, firm: { subjectId: intermediary.subjectId }, facts: { number, projectName } }
}

export const toFirm = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { firm, facts } = await partiesOf(tx, id)
    return [{ kind, recipients: [firm], facts }]
  })

export const toOwner = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { owner, facts } = await partiesOf(tx, id)
    return [{ kind, recipients: [owner], facts }]
  })

/** 委托: the other party is told of each step. */
export const engagementNotices: Readonly<Record<string, NoticeRule>> = {
  'engagements.chosen': toFirm('engagements.chosen'),
  'engagements.delivered': toOwner('engagements.delivered'),
}
