import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawPlaces, keyStringOf } from './rfc3797.ts'
import type { Digest, KeySource } from './rfc3797.ts'

interface VectorCase {
  readonly id: string
  readonly poolSize: number
  readonly select: number
  readonly sources: readonly string[]
  readonly keyString: string
  readonly picks: readonly number[]
}
const vectors = JSON.parse(readFileSync('test/vectors/rfc3797.json', 'utf8')) as {
  names: string[]
  case: VectorCase & { rfcPickedNames: string[] }
  nomcom: VectorCase[]
}

const digest =
  (algorithm: string): Digest =>
  (bytes) =>
    createHash(algorithm).update(bytes).digest()
const md5 = digest('md5')
const sha256 = digest('sha256')
const even = (size: number) => new Array<number>(size).fill(1)
const numbersOf = (source: string): KeySource => ({ kind: 'NUMBERS', numbers: source.split(' ').map(Number) })

describe('RFC 3797', () => {
  test.each([vectors.case, ...vectors.nomcom])('$id: key string and picks', ({ sources, keyString, poolSize, select, picks }) => {
    expect(keyStringOf(sources.map(numbersOf))).toBe(keyString)
    expect(drawPlaces(keyString, even(poolSize), select, md5)).toEqual(picks)
  })

  test('section 6: the names', () => {
    const { keyString, poolSize, select, rfcPickedNames } = vectors.case
    expect(drawPlaces(keyString, even(poolSize), select, md5).map((place) => vectors.names[place - 1])).toEqual(rfcPickedNames)
  })

  test('section 4: texts as capitals and digits, each source ended by a slash', () => {
    expect(
      keyStringOf([
        { kind: 'TEXT', text: 'Xx-2026 000123' },
        { kind: 'NUMBERS', numbers: [5, 12, 2, 8, 10] },
        { kind: 'TEXT', text: '甲a,b.' },
      ]),
    ).toBe('XX2026000123/2.5.8.10.12./AB/')
  })
})

/** The definition, step by step on a list of tickets: slow, and without the tree. */
function drawByHand(keyString: string, weights: readonly number[], count: number): number[] {
  let tickets = weights.flatMap((weight, index) => new Array<number>(weight).fill(index + 1))
  return Array.from({ length: count }, (_, index) => {
    const two = Buffer.from([index >> 8, index & 0xff])
    const hash = sha256(Buffer.concat([two, Buffer.from(keyString), two]))
    const picked = tickets[Number(BigInt(`0x${Buffer.from(hash).toString('hex')}`) % BigInt(tickets.length))]!
    tickets = tickets.filter((place) => place !== picked)
    return picked
  })
}

describe('weights', () => {
  test('any weights: the same as drawing tickets from a list and taking out the holder’s others', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 }),
        (key, weights) => {
          expect(drawPlaces(key, weights, weights.length, sha256)).toEqual(drawByHand(key, weights, weights.length))
        },
      ),
    )
  })

  test('every place comes exactly once', () => {
    const order = drawPlaces('X/', even(1000), 1000, sha256)
    expect(new Set(order).size).toBe(1000)
  })

  test.each([
    ['more than there are', [1, 1], 3],
    ['no whole weight', [1, 0.5], 1],
    ['no ticket', [1, 0], 1],
  ])('refuses %s', (_name, weights, count) => {
    expect(() => drawPlaces('X/', weights, count, sha256)).toThrow(RangeError)
  })
})

/** Σ (observed − expected)² / expected */
const chiSquare = (observed: readonly number[], expected: readonly number[]): number =>
  observed.reduce((sum, count, index) => sum + (count - expected[index]!) ** 2 / expected[index]!, 0)

describe('fairness over 100,000 seeds', () => {
  const seeds = 100_000
  const firstTwo = (weights: readonly number[]) => {
    const counts = { first: weights.map(() => 0), pair: weights.map(() => weights.map(() => 0)) }
    for (let seed = 0; seed < seeds; seed += 1) {
      const [first = 0, second = 0] = drawPlaces(`SEED${seed}/`, weights, 2, sha256)
      counts.first[first - 1]! += 1
      counts.pair[first - 1]![second - 1]! += 1
    }
    return counts
  }

  // Critical values of χ² at p = 0.0001: the seeds are fixed, so this passes always or never.
  test('equal chances: χ² of who is first (9 degrees of freedom) and of who follows whom (89)', () => {
    const { first, pair } = firstTwo(even(10))
    expect(
      chiSquare(
        first,
        even(10).map(() => seeds / 10),
      ),
    ).toBeLessThan(33.72)
    const pairs = pair.flatMap((row, index) => row.filter((_, other) => other !== index))
    expect(
      chiSquare(
        pairs,
        pairs.map(() => seeds / 90),
      ),
    ).toBeLessThan(145)
    expect(pair.every((row, index) => row[index] === 0)).toBe(true)
  }, 60_000)

  test('by credit: χ² of who is first against the tickets held (4 degrees of freedom)', () => {
    const weights = [9500, 8800, 7600, 6100, 6000]
    const all = weights.reduce((sum, one) => sum + one, 0)
    const { first } = firstTwo(weights)
    expect(
      chiSquare(
        first,
        weights.map((weight) => (seeds * weight) / all),
      ),
    ).toBeLessThan(23.51)
  }, 60_000)

  test('the measure would see a bias of two in a hundred', () => {
    const biased = even(10).map((_, index) => seeds / 10 + (index === 0 ? 200 * 9 : -200))
    expect(
      chiSquare(
        biased,
        even(10).map(() => seeds / 10),
      ),
    ).toBeGreaterThan(33.72)
  })
})
