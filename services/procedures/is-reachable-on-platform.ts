import type { Tx } from '#prisma/client.ts'

/**
 * Whether a document can be served on the party's own account 平台送达: somebody signs in for it, or it is an institution of the register,
 * which agreed to platform service when it entered.
 */
export async function isReachableOnPlatform(tx: Tx, subjectId: string): Promise<boolean> {
  const where = { id: subjectId, OR: [{ users: { some: {} } }, { intermediary: { isNot: null } }] }
  return (await tx.subject.count({ where })) > 0
}
