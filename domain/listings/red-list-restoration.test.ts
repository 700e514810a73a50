import { describe, expect, it } from 'vitest'
import { goesBackOnRedList } from './red-list-restoration.ts'
import type { BarringEntry } from './red-list-restoration.ts'

const removal = { cause: 'A', removedOn: '2026-03-10' }
const entry = (number: string, more: Partial<BarringEntry> = {}): BarringEntry => ({
  ...{ number, status: 'ACTIVE', untilOn: '2027-03-10', endedOn: null },
  ...more,
})
const annulled = entry('A', { status: 'ANNULLED', endedOn: '2026-05-01' })

describe('R5: an annulled listing puts back whom it removed from the red list', () => {
  const cases: readonly [string, readonly BarringEntry[], boolean][] = [
    ['annulled, and nothing beside it', [annulled], true],
    ['the cause stands', [entry('A')], false],
    ['the cause was repaired: the decision was right', [entry('A', { status: 'REPAIRED', endedOn: '2026-09-10' })], false],
    ['another listing stands', [annulled, entry('B')], false],
    ['another one would have removed it since, and has ended', [annulled, entry('B', { untilOn: '2026-04-10' })], false],
    [
      'another one would have removed it since, and is repaired',
      [annulled, entry('B', { status: 'REPAIRED', endedOn: '2026-04-10' })],
      false,
    ],
    ['the other one is annulled, too', [annulled, entry('B', { status: 'ANNULLED', endedOn: '2026-04-01' })], true],
    ['another one had ended before', [annulled, entry('B', { untilOn: '2026-03-09' })], true],
    ['another one had been repaired before', [annulled, entry('B', { status: 'REPAIRED', endedOn: '2026-03-10' })], true],
  ]
  it.each(cases)('%s', (_case, barring, goesBack) => {
    expect(goesBackOnRedList(removal, barring)).toBe(goesBack)
  })
})
