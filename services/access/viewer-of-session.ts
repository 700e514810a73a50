import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { PrismaClient } from '#prisma/client.ts'
import type { Auth } from './auth.ts'

/** Who a request's session cookie stands for; anonymous without a valid one. Roles are read at every request, so a revoked role ends at once. */
export async function viewerOfSession(prisma: PrismaClient, auth: Auth, headers: Headers): Promise<Viewer> {
  if (!headers.get('cookie')?.includes('xinxuan.session_token')) return anonymous
  const session = await auth.api.getSession({ headers })
  return session ? viewerOfUser(prisma, session.user.id) : anonymous
}

/**
 * The viewer a user is: acting for the organisation of the first membership, else for the own person. A closed account is nobody; one
 * with a password that an administrator made acts for nobody until its owner has chosen one.
 */
export async function viewerOfUser(prisma: PrismaClient, userId: string): Promise<Viewer> {
  const user = await prisma.user.findUnique({
    where: { id: userId },
    include: { memberships: { include: { organisation: true }, orderBy: { createdAt: 'asc' }, take: 1 } },
  })
  if (!user || user.disabledAt) return anonymous
  if (user.oneTimePasswordUntil) return { ...anonymous, kind: 'USER', userId: user.id, name: user.name }
  const membership = user.memberships[0]
  return {
    kind: 'USER',
    userId: user.id,
    name: user.name,
    organisationId: membership?.organisationId ?? null,
    subjectId: membership ? membership.organisation.subjectId : user.subjectId,
    roles: membership ? membership.roles : user.subjectId ? ['APPLICANT'] : [],
  }
}
