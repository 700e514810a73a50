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
 * Takes one request from the address's allowance.
 * @param nowMs a steady clock in milliseconds (never the legal clock: a rehearsal may stop that)
 * @returns null when allowed, else the seconds until the next one is
 */
export function takeAnonymousRequest(address: string, nowMs: number): number | null {
  const { burst, perSecond } = anonymousRate
  const known = buckets.get(address) ?? { left: burst, at: nowMs }
  const left = Math.min(burst, known.left + ((nowMs - known.at) / 1000) * perSecond)
  const isAllowed = left >= 1
  // Re-inserting keeps the map in order of last use.
  buckets.delete(address)
  buckets.set(address, { left: isAllowed ? left - 1 : left, at: nowMs })
  const oldest = buckets.size > MAX_ADDRESSES ? buckets.keys().next().value : undefined
  if (oldest !== undefined) buckets.delete(oldest)
  return isAllowed ? null : Math.ceil((1 - left) / perSecond)
}
