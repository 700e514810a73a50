import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { hashText, neutralOrderOf, neutralPlace, neutralTicketOf } from './neutral-order.ts'

const days = Array.from({ length: 400 }, (_, index) => addDays('2026-01-01', index))

describe('R3 neutral order', () => {
  it('shows a seed of the day that anyone can compute again', () => {
    expect(neutralOrderOf('2026-11-21').seed).toMatch(/^2026-11-21·[0-9A-F]{4}$/)
    expect(neutralOrderOf('2026-11-21')).toEqual(neutralOrderOf('2026-11-21'))
    expect(new Set(days.map((day) => neutralOrderOf(day).multiplier)).size).toBe(days.length)
  })

  it('places stay inside 31 bits, and two tickets never share one', () => {
    const ticket = fc.integer({ min: 0, max: 2_147_483_646 })
    fc.assert(
      fc.property(ticket, ticket, fc.constantFrom(...days), (a, b, day) => {
        const order = neutralOrderOf(day)
        const place = neutralPlace(a, order)
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThan(2_147_483_647)
        expect(place === neutralPlace(b, order)).toBe(a === b)
      }),
    )
  })

  it('tickets stay inside the modulus', () => {
    fc.assert(fc.property(fc.string(), (id) => neutralTicketOf(id) >= 0 && neutralTicketOf(id) < 2_147_483_647))
  })

  it('favours nobody: over the days each of 40 neighbouring ids leads its pairs about half the time, and averages the middle', () => {
    const tickets = Array.from({ length: 40 }, (_, index) => neutralTicketOf(`intermediary-${String(index)}`))
    const places = days.map((day) => tickets.map((ticket) => neutralPlace(ticket, neutralOrderOf(day))))
    for (let index = 1; index < tickets.length; index += 1) {
      const leads = places.filter((row) => row[index]! < row[index - 1]!).length / days.length
      expect(leads).toBeGreaterThan(0.38)
      expect(leads).toBeLessThan(0.62)
      const mean = places.reduce((total, row) => total + row[index]!, 0) / days.length / 2_147_483_647
      expect(mean).toBeGreaterThan(0.42)
      expect(mean).toBeLessThan(0.58)
    }
  })

  it('mixes: one changed character flips about half of the bits', () => {
    let flipped = 0
    for (let index = 0; index < 1000; index += 1) {
      let bits = (hashText(`id${String(index)}`) ^ hashText(`id${String(index)}x`)) >>> 0
      for (; bits !== 0; bits &= bits - 1) flipped += 1
    }
    expect(flipped / 1000).toBeGreaterThan(15)
    expect(flipped / 1000).toBeLessThan(17)
  })
})
