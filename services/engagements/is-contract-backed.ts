import type { Tx } from '#prisma/client.ts'

/**
 * Whether an engagement rests on a contract that came into force (rulebook R4: only contract-backed engagements are reviewed). A contract
 * changed since is backed by the version that replaced it; one ended by termination was still one.
 */
export async function isContractBacked(tx: Tx, engagementId: string): Promise<boolean> {
  return (await tx.contract.count({ where: { engagementId, state: { in: ['IN_FORCE', 'SUPERSEDED'] } } })) > 0
}
