import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The messages a viewer may read: those to the own subject, to the own account, and to the roles held in the own body. */
export function visibleNotifications({ kind, subjectId, userId, organisationId, roles }: Viewer): Prisma.NotificationWhereInput {
  if (kind !== 'USER' || userId === null) return { id: { in: [] } }
  const addressed: Prisma.NotificationWhereInput[] = [{ userId }]
  if (subjectId !== null) addressed.push({ subjectId })
  if (organisationId !== null) addressed.push({ organisationId, role: { in: [...roles] } })
  return { OR: addressed }
}
