import type { Tx } from '#prisma/client.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

/** Pool and firm of one passage: both ids in one, as the outbox names it. */
async function passageOf(tx: Tx, entityId: string) {
  const [poolId = '', intermediaryId = ''] = entityId.split(':')
  return tx.preselectionMember.findUnique({
    where: { poolId_intermediaryId: { poolId, intermediaryId } },
    include: { pool: true, intermediary: { select: { subjectId: true } } },
  })
}

const codeOf = (passage: unknown): string | undefined => (passage as { readonly code?: string } | null)?.code

/** What the keeper of a pool did to a firm; what a firm did itself it knows. */
export const preselectionNotices: Readonly<Record<string, NoticeRule>> = {
  'preselection.joined': telling(['preselection.admitted'], async (tx, id) => {
    const row = await passageOf(tx, id)
    if (!row || row.leftAt !== null || codeOf(row.joining) !== 'ADMITTED') return []
    const facts = { number: row.pool.number, title: row.pool.titleZh }
    return [{ kind: 'preselection.admitted', recipients: [{ subjectId: row.intermediary.subjectId }], facts }]
  }),
  'preselection.left': telling(['preselection.removed'], async (tx, id) => {
    const row = await passageOf(tx, id)
    if (!row || codeOf(row.leaving) !== 'REMOVED') return []
    const facts = { number: row.pool.number, title: row.pool.titleZh }
    return [{ kind: 'preselection.removed', recipients: [{ subjectId: row.intermediary.subjectId }], facts }]
  }),
  'preselection.closed': telling(['preselection.closed'], async (tx, id) => {
    const pool = await tx.preselectionPool.findUniqueOrThrow({
      where: { id },
      include: { members: { where: { leftAt: null }, select: { intermediary: { select: { subjectId: true } } } } },
    })
    const recipients = pool.members.map(({ intermediary: { subjectId } }) => ({ subjectId }))
    return [{ kind: 'preselection.closed', recipients, facts: { number: pool.number, title: pool.titleZh } }]
  }),
}
