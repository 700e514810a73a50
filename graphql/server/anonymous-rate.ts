import { networkOf } from '#services/kernel/network-of.ts'

/** Requests that one unknown address may send: a burst, then a steady rate. Ours. */
export const anonymousRate = { burst: 120, perSecond: 2 } as const
/** Addresses remembered; beyond that the longest unseen is forgotten, which only ever lets somebody through. */
const MAX_ADDRESSES = 20_000

interface Bucket {
  left: number
  at: number
}
const buckets = new Map<string, Bucket>()

/**
 * Takes one request from the allowance of the address's network. Kept in this process, so that reading costs no statement: several
 * processes allow as many times as much. What a stranger may send is counted for all of them (services/kernel/limit-rate.ts).
 * @param nowMs a steady clock in milliseconds (never the legal clock: a rehearsal may stop that)
 * @returns null when allowed, else the seconds until the next one is
 */
export function takeAnonymousRequest(address: string, nowMs: number): number | null {
  const { burst, perSecond } = anonymousRate
  const network = networkOf(address)
  const known = buckets.get(network) ?? { left: burst, at: nowMs }
  const left = Math.min(burst, known.left + ((nowMs - known.at) / 1000) * perSecond)
  const isAllowed = left >= 1
  // Re-inserting keeps the map in order of last use.
  buckets.delete(network)
  buckets.set(network, { left: isAllowed ? left - 1 : left, at: nowMs })
  const oldest = buckets.size > MAX_ADDRESSES ? buckets.keys().next().value : undefined
  if (oldest !== undefined) buckets.delete(oldest)
  return isAllowed ? null : Math.ceil((1 - left) / perSecond)
}
