import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

// 2^31 - 1 is prime, and a product of two numbers below it still fits the bigint of a database.
const modulus = 2_147_483_647n

/**
 * The order of one day among equals (rulebook R3): place = (multiplier × ticket + shift) mod 2147483647, smallest first. For any two
 * tickets the order of a day is as good as a coin toss, and nothing but the day and the id enters, so rank can't be bought.
 * A database that keeps the ticket in a column can order by the same expression in 64-bit integers.
 */
export interface NeutralOrder {
  /** Shown above the list, such as '2026-11-21·7F3A'. */
  readonly seed: string
  /** From 1 to 2147483646. */
  readonly multiplier: number
  /** From 0 to 2147483646. */
  readonly shift: number
}

/**
 * FNV-1a over UTF-16 code units, then the finaliser of MurmurHash3: FNV alone leaves the high bits of short, similar texts
 * nearly alike. Not for secrets; 32 bits, the same on every machine.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The order of a day. */
export function neutralOrderOf(day: CalendarDay): NeutralOrder {
  const mark = (hashText(`neutral order ${day}`) & 0xffff).toString(16).toUpperCase().padStart(4, '0')
  const seed = `${day}·${mark}`
  return {
    seed,
    multiplier: 1 + (hashText(`${seed} multiplier`) % Number(modulus - 1n)),
    shift: hashText(`${seed} shift`) % Number(modulus),
  }
}

/** The lasting ticket of an id, from 0 to 2147483646: it never changes, only its place does. */
export function neutralTicketOf(id: string): number {
  return hashText(id) % Number(modulus)
}

/** Where a ticket stands on that day among equals, from 0 to 2147483646, smallest first; the rare tie goes by id. */
export function neutralPlace(ticket: number, { multiplier, shift }: NeutralOrder): number {
  return Number((BigInt(multiplier) * BigInt(ticket) + BigInt(shift)) % modulus)
}
