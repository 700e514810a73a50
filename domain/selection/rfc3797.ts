/**
 * The random selection of RFC 3797 (June 2004, sections 3 and 4), with the digest as a parameter: MD5 gives the RFC's own example and the
 * published draws of the IETF, SHA-256 is what this program draws with.
 */

/** Bytes in, bytes out: SHA-256 in earnest, MD5 for conformance. */
export type Digest = (bytes: Uint8Array) => Uint8Array

/** One source of the key: numbers that were drawn somewhere, or a text. */
export type KeySource = { readonly kind: 'NUMBERS'; readonly numbers: readonly number[] } | { readonly kind: 'TEXT'; readonly text: string }

/** The index that is hashed with the key has 16 bits, so nobody can be drawn after the 65,536th. */
export const MOST_PICKS = 65_536
/** With more tickets a step of the long division would leave the safe integers. */
const MOST_TICKETS = 2 ** 36

/**
 * The key string: numbers in ascending order, each as a decimal without leading zeros and followed by a point; texts as their ASCII
 * letters in capitals and digits, all else left out; each source ended by a slash.
 */
export function keyStringOf(sources: readonly KeySource[]): string {
  return sources.map((source) => `${source.kind === 'NUMBERS' ? numbersText(source.numbers) : plainText(source.text)}/`).join('')
}

function numbersText(numbers: readonly number[]): string {
  if (numbers.some((one) => !Number.isSafeInteger(one) || one < 0)) throw new RangeError('not whole numbers')
  return numbers
    .toSorted((a, b) => a - b)
    .map((one) => `${one}.`)
    .join('')
}

const plainText = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/**
 * Draws places 1 … weights.length without replacement. Each holds as many tickets as its weight; the i-th pick is the ticket number
 * digest(i ‖ key ‖ i) mod the tickets still in, counted in the order of places. With one ticket each this is RFC 3797 to the letter.
 * @param weights whole numbers from 1 up, in the order of places
 * @param count how many to pick
 */
export function drawPlaces(keyString: string, weights: readonly number[], count: number, digest: Digest): number[] {
  if (count > weights.length || count > MOST_PICKS || count < 0) throw new RangeError(`can't pick ${count} of ${weights.length}`)
  const tickets = new TicketTree(weights)
  if (tickets.total > MOST_TICKETS) throw new RangeError('too many tickets')
  const key = new TextEncoder().encode(keyString)
  const message = new Uint8Array(key.length + 4)
  message.set(key, 2)
  const picked: number[] = []
  for (let index = 0; index < count; index += 1) {
    const [high, low] = [index >> 8, index & 0xff]
    message.set([high, low], 0)
    message.set([high, low], key.length + 2)
    picked.push(tickets.take(remainderOf(digest(message), tickets.total)))
  }
  return picked
}

/** Big-endian number mod n, by long division. */
function remainderOf(bytes: Uint8Array, n: number): number {
  let remainder = 0
  for (const byte of bytes) remainder = (remainder * 256 + byte) % n
  return remainder
}

/** Who holds the n-th ticket, in steps of the logarithm (a Fenwick tree): 10,000 places are drawn in milliseconds. */
class TicketTree {
  readonly #sums: number[]
  readonly #weights: readonly number[]
  readonly #top: number
  total = 0

  constructor(weights: readonly number[]) {
    this.#weights = weights
    this.#sums = new Array<number>(weights.length + 1).fill(0)
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, weights.length)))
    weights.forEach((weight, index) => {
      if (!Number.isSafeInteger(weight) || weight < 1) throw new RangeError(`not a weight: ${weight}`)
      this.#add(index + 1, weight)
    })
  }

  /** Takes all tickets of the holder of the ticket (counted from 0) out; answers the holder's place. */
  take(ticket: number): number {
    let place = 0
    let left = ticket
    for (let step = this.#top; step > 0; step = Math.floor(step / 2)) {
      const sum = this.#sums[place + step]
      if (sum !== undefined && sum <= left) {
        place += step
        left -= sum
      }
    }
    this.#add(place + 1, -(this.#weights[place] ?? 0))
    return place + 1
  }

  #add(place: number, weight: number): void {
    this.total += weight
    for (let at = place; at < this.#sums.length; at += at & -at) this.#sums[at] = (this.#sums[at] ?? 0) + weight
  }
}
