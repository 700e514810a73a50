import { hashText } from '#domain/catalogue/neutral-order.ts'

/** Chance that always falls the same way for the same seed, so that two loads of the demo data agree. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different members, in the order of the list. */
  sample<T>(list: readonly T[], count: number): T[]
}

/** mulberry32 (Tommy Ettinger, public domain), seeded by a text: name the thing that is made, and nothing made before it matters. */
export function createRandom(seed: string): Random {
  let state = hashText(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(list) {
      const member = list[int(0, list.length - 1)]
      if (member === undefined) throw new RangeError('nothing to pick from')
      return member
    },
    sample(list, count) {
      let left = Math.min(count, list.length)
      return list.filter((_, index) => {
        const isTaken = next() * (list.length - index) < left
        if (isTaken) left -= 1
        return isTaken
      })
    },
  }
}
