import type { EngagementSide } from '#domain/engagements/contract.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleEngagements } from './visible-engagements.ts'

/** An engagement with all that its steps follow from. */
export const engagementWithRecord = {
  intermediary: { include: { subject: { include: { standing: true } } } },
  selection: { select: { contractDueOn: true } },
  contracts: { orderBy: { contractVersion: 'asc' } },
  milestones: { orderBy: { sequence: 'asc' } },
  deliverables: { orderBy: { deliverableVersion: 'asc' } },
  disputes: { orderBy: { raisedAt: 'asc' } },
} as const satisfies Prisma.EngagementInclude

export type EngagementWithRecord = Prisma.EngagementGetPayload<{ include: typeof engagementWithRecord }>

/** Which side of the engagement the subject is. */
export const sideOf = (row: Pick<EngagementWithRecord, 'applicantId'>, subjectId: string | null): EngagementSide =>
  row.applicantId === subjectId ? 'OWNER' : 'INTERMEDIARY'

/**
 * Takes an engagement for one step by a person of either party.
 * @param only the side that may take the step; left out: both
 * @throws NotFoundError for other people's · ForbiddenError for the other side · ConcurrentChangeError
 */
export async function lockEngagementParty(
  { tx, viewer, context }: UnitOfWork,
  { number, version }: { readonly number: string; readonly version: number },
  only?: EngagementSide,
): Promise<{ readonly row: EngagementWithRecord; readonly side: EngagementSide }> {
  if (viewer.kind !== 'USER') throw new ForbiddenError('engagement.act', viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Engagement" WHERE "number" = ${number} FOR UPDATE`
  const where = { AND: [{ number }, visibleEngagements(viewer)] }
  const row = await tx.engagement.findFirst({ where, include: engagementWithRecord })
  if (!row) throw new NotFoundError('Engagement')
  const side = sideOf(row, viewer.subjectId)
  demand(context, 'engagement.act', { applicantSubjectId: row.applicantId, intermediarySubjectId: row.intermediary.subjectId })
  if (only !== undefined && side !== only) throw new ForbiddenError('engagement.act', false)
  if (row.version !== version) throw new ConcurrentChangeError('Engagement')
  return { row, side }
}
