import type { DataTarget } from '#domain/remedies/correctable-data.ts'
import type { PrismaClient, Tx } from '#prisma/client.ts'

/** A record about a subject, by the name under which it is found. */
export interface OwnRecord {
  readonly target: DataTarget
  readonly targetId: string
  readonly title: string
}

/** Reviews and assessments that are listed, the latest first; ours. */
const LATEST = 50

/** What a subject can object to besides its credit events and list entries: its own row, its place in the register, what was said of it. */
export async function ownRecords(tx: Tx | PrismaClient, subjectId: string): Promise<readonly OwnRecord[]> {
  const standing = { annulledAt: null }
  const latest = { orderBy: { id: 'desc' }, take: LATEST } as const
  const { name, intermediary } = await tx.subject.findUniqueOrThrow({
    where: { id: subjectId },
    select: { name: true, intermediary: { select: { id: true } } },
  })
  const assessments = await tx.industryAssessment.findMany({ where: { ...standing, subjectId }, include: { ruleSet: true }, ...latest })
  const reviews = intermediary
    ? await tx.serviceReview.findMany({
        where: { ...standing, engagement: { intermediaryId: intermediary.id } },
        include: { engagement: { select: { number: true } } },
        ...latest,
      })
    : []
  return [
    { target: 'SUBJECT_FIELD', targetId: subjectId, title: name },
    ...(intermediary ? [{ target: 'REGISTER_FIELD', targetId: intermediary.id, title: name } as const] : []),
    ...assessments.map(
      ({ id, period, ruleSet }) => ({ target: 'ASSESSMENT', targetId: id, title: `${ruleSet.version} ${period}` }) as const,
    ),
    ...reviews.map(({ id, engagement }) => ({ target: 'REVIEW', targetId: id, title: engagement.number }) as const),
  ]
}
