import type { ComplaintRuleSet } from '#domain/complaints/complaint-rule-set.ts'
import { networkOf } from '../kernel/network-of.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

const dayInMs = 86_400_000

/** Keyed digest of the caller's network: equal networks, equal digests; useless without the key. Null where nobody calls from outside. */
export const networkHashOf = ({ clientAddress, identityVault }: Pick<UseCaseContext, 'clientAddress' | 'identityVault'>): string | null =>
  clientAddress === undefined ? null : identityVault.hash(`network ${networkOf(clientAddress)}`)

/**
 * Refuses what comes from a network that has sent as many as the rules allow while its digest is kept.
 * @throws RefusedError TOO_MANY_FROM_NETWORK with the limit and its days
 */
export async function limitNetwork({ tx, now, context }: UnitOfWork, { parameters }: ComplaintRuleSet): Promise<void> {
  const networkHash = networkHashOf(context)
  if (networkHash === null) return
  const { networkKeptDays, mostFromOneNetwork } = parameters
  const since = new Date(now.getTime() - networkKeptDays.value * dayInMs)
  const sent = await tx.complaint.count({ where: { networkHash, receivedAt: { gt: since } } })
  if (sent >= mostFromOneNetwork.value)
    throw new RefusedError({ code: 'TOO_MANY_FROM_NETWORK', most: mostFromOneNetwork.value, days: networkKeptDays.value })
}
