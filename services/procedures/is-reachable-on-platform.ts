import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/**
 * Whether a document can be served on the party's own account 平台送达: somebody signs in for it, or it is an institution of the register,
 * which agreed to platform service when it entered.
 */
export async function isReachableOnPlatform(tx: Tx, subjectId: string): Promise<boolean> {
  const someone: Prisma.SubjectWhereInput[] = [
    { users: { some: {} } },
    { organisation: { is: { memberships: { some: {} } } } },
    { intermediary: { isNot: null } },
  ]
  const where = { id: subjectId, OR: someone }
  return (await tx.subject.count({ where })) > 0
}
