import { isIPv6 } from 'node:net'

/**
 * The network by which a caller's address is counted: an IPv4 address itself (also in its IPv6 notation), of IPv6 the first 64 bits, since
 * one household or machine commonly holds all the rest. Anything that is no address counts as it stands.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  const [head = '', tail] = bare.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  // Only `::` leaves groups out; the last may hold two of them as an IPv4 address, which never reaches the first four.
  const written = before.length + after.length + (bare.includes('.') ? 1 : 0)
  const groups = [...before, ...Array.from({ length: Math.max(0, 8 - written) }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
