import type { Tx } from '#prisma/client.ts'
import { telling } from '../notice.ts'
import type { NoticeRule, Recipient } from '../notice.ts'

async function reviewOf(tx: Tx, id: string) {
  const { rater, organisationId, moderatedPart, engagement } = await tx.serviceReview.findUniqueOrThrow({
    where: { id },
    include: { engagement: { include: { intermediary: { select: { subjectId: true } } } } },
  })
  const firm: Recipient = { subjectId: engagement.intermediary.subjectId }
  const owner: Recipient = { subjectId: engagement.applicantId }
  const author: Recipient =
    rater === 'OWNER' || organisationId === null
      ? owner
      : { organisationId, role: rater === 'AUTHORITY' ? 'AGENCY_MANAGER' : 'REFORM_OFFICE' }
  return { firm, author, moderatedPart, facts: { number: engagement.number, rater } }
}

const toFirm = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { firm, facts } = await reviewOf(tx, id)
    return [{ kind, recipients: [firm], facts }]
  })

/** 评价: the intermediary is told of marks and words, the rater of the reply, the authors of what is hidden and shown again. */
export const reviewNotices: Readonly<Record<string, NoticeRule>> = {
  'reviews.given': toFirm('reviews.given'),
  'reviews.amended': toFirm('reviews.amended'),
  'reviews.replied': telling(['reviews.replied'], async (tx, id) => {
    const { author, facts } = await reviewOf(tx, id)
    return [{ kind: 'reviews.replied', recipients: [author], facts }]
  }),
  'reviews.moderated': telling(['reviews.moderated'], async (tx, id) => {
    const { author, firm, moderatedPart, facts } = await reviewOf(tx, id)
    const recipients = [...(moderatedPart === 'REPLY' ? [] : [author]), ...(moderatedPart === 'COMMENT' ? [] : [firm])]
    return [{ kind: 'reviews.moderated', recipients, facts }]
  }),
  'reviews.moderationLifted': telling(['reviews.moderationLifted'], async (tx, id) => {
    const { author, firm, facts } = await reviewOf(tx, id)
    return [{ kind: 'reviews.moderationLifted', recipients: [author, firm], facts }]
  }),
}
