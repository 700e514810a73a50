import type { PermissionSubject } from '#domain/access/can.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleEngagements } from './visible-engagements.ts'

type EngagementRow = Prisma.EngagementGetPayload<{ include: { intermediary: true } }>

/** Which of its two parties may take the step. */
export type EngagementParty = 'OWNER' | 'INTERMEDIARY'

/**
 * Takes an engagement for one step by one of its parties.
 * @throws NotFoundError for other people's · ForbiddenError for the other party · ConcurrentChangeError
 */
export async function lockEngagement(
  { tx, viewer, context }: UnitOfWork,
  party: EngagementParty,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<EngagementRow> {
  if (viewer.kind !== 'USER') throw new ForbiddenError('engagement.view', viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Engagement" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.engagement.findFirst({ where: { AND: [{ number }, visibleEngagements(viewer)] }, include: { intermediary: true } })
  if (!row) throw new NotFoundError('Engagement')
  const facts: PermissionSubject =
    party === 'OWNER' ? { applicantSubjectId: row.applicantId } : { intermediarySubjectId: row.intermediary.subjectId }
  demand(context, 'engagement.view', facts)
  if (row.version !== version) throw new ConcurrentChangeError('Engagement')
  return row
}
