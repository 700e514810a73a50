import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { faultsOf, moveTo } from '#domain/kernel/transition-table.ts'
import { firstStanding } from './ranking.ts'
import type { Bidder } from './ranking.ts'
import { decideObjection } from './objection.ts'
import { finalSelectionStates, hasQuotes, isDrawn, selectionModes, selectionStates, selectionTransitions } from './selection.ts'
import type { SelectionState } from './selection.ts'
import { checkStepBack, checkWindow } from './sign-up.ts'

describe('R3: the procedure', () => {
  it('reaches every state, leaves every state that is not an end, and no end', () => {
    expect(faultsOf(selectionTransitions, 'DRAFT', finalSelectionStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  /** Written apart from the table. */
  const allowed: readonly (readonly [SelectionState, string])[] = [
    ['DRAFT', 'ANNOUNCED CANCELLED'],
    ['ANNOUNCED', 'SIGN_UP CANCELLED'],
    ['SIGN_UP', 'CLOSED FAILED CANCELLED'],
    ['CLOSED', 'OPENED DRAWN FAILED CANCELLED'],
    ['OPENED', 'DRAWN PUBLICITY FAILED'],
    ['DRAWN', 'PUBLICITY FAILED'],
    ['PUBLICITY', 'AWARDED DISPUTED FAILED'],
    ['DISPUTED', 'PUBLICITY FAILED'],
    ['AWARDED', 'CONTRACTED FAILED'],
    ['CONTRACTED', ''],
    ['FAILED', 'RE_ANNOUNCED'],
    ['RE_ANNOUNCED', ''],
    ['CANCELLED', ''],
  ]
  test.each(allowed)('from %s to %s and nowhere else', (from, to) => {
    expect(selectionStates.filter((state) => moveTo(selectionTransitions, from, state).ok)).toEqual(
      selectionStates.filter((state) => to.split(' ').includes(state)),
    )
  })

  it('every mode but direct choice either opens quotes or draws, never both', () => {
    for (const mode of selectionModes) expect(Number(hasQuotes(mode)) + Number(isDrawn(mode))).toBe(mode === 'DIRECT' ? 0 : 1)
  })
})

/** A round as a random walk sees it: where it stands, who can still win, who is proposed. */
interface Walk {
  state: SelectionState
  bidders: Bidder[]
  winnerId: string | null
  wasAwarded: boolean
  wasOpened: boolean
}

const ranking = ['a', 'b', 'c'].map((signUpId, index) => ({ signUpId, place: index + 1, figures: {} }))
const line = new Date('2026-11-05T10:00:00Z')
const times = { signUpOpensAt: new Date('2026-11-02T01:00:00Z'), signUpClosesAt: line }

/** One attempt to move on, or to drop out; whatever the rules refuse leaves the walk where it is. */
function tryStep(walk: Walk, to: SelectionState, dropped: number): void {
  const moved = moveTo(selectionTransitions, walk.state, to)
  if (moved.ok) {
    walk.state = to
    if (to === 'OPENED' || to === 'DRAWN') walk.wasOpened = true
    if (to === 'AWARDED') walk.wasAwarded = true
    if (to === 'PUBLICITY') walk.winnerId = firstStanding({ ranking }, walk.bidders)?.signUpId ?? null
    if (to === 'PUBLICITY' && walk.winnerId === null) walk.state = 'FAILED'
    if (walk.state === 'FAILED') walk.winnerId = null
  }
  const bidder = walk.bidders[dropped]
  if (bidder && checkStepBack(walk.state, bidder.state === 'ACTIVE', '另有安排').ok) {
    walk.bidders[dropped] = { ...bidder, state: 'WITHDRAWN' }
    if (bidder.signUpId === walk.winnerId) walk.winnerId = firstStanding({ ranking }, walk.bidders)?.signUpId ?? null
    if ((walk.state === 'PUBLICITY' || walk.state === 'DISPUTED') && walk.winnerId === null) walk.state = 'FAILED'
  }
}

describe('a random walk over the procedure', () => {
  const step = fc.tuple(fc.constantFrom(...selectionStates), fc.integer({ min: 0, max: 5 }))

  it('never proposes who is out, never cancels what was opened, never leaves an end, and freezes everyone once awarded', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const bidders: Bidder[] = ranking.map(({ signUpId }) => ({ signUpId, state: 'ACTIVE', exclusion: null }))
        const walk: Walk = { state: 'DRAFT', bidders, winnerId: null, wasAwarded: false, wasOpened: false }
        for (const [to, dropped] of steps) {
          const before = { state: walk.state, states: walk.bidders.map(({ state }) => state) }
          tryStep(walk, to, dropped)
          const proposed = walk.bidders.find(({ signUpId }) => signUpId === walk.winnerId)
          if (['PUBLICITY', 'DISPUTED', 'AWARDED', 'CONTRACTED'].includes(walk.state)) expect(proposed?.state).toBe('ACTIVE')
          if (walk.wasOpened) expect(walk.state).not.toBe('CANCELLED')
          if (finalSelectionStates.includes(before.state)) expect(walk.state).toBe(before.state)
          if (['SIGN_UP', 'DRAFT', 'ANNOUNCED', 'AWARDED', 'CONTRACTED'].includes(walk.state) && before.state === walk.state) {
            expect(walk.bidders.map(({ state }) => state)).toEqual(before.states)
          }
          // The line is a matter of the clock alone until the pool is frozen.
          const isBeforeFreeze = walk.state === 'ANNOUNCED' || walk.state === 'SIGN_UP'
          expect(checkWindow({ state: walk.state, ...times }, new Date(line.getTime() - 1)).ok).toBe(isBeforeFreeze)
          expect(checkWindow({ state: walk.state, ...times }, line).ok).toBe(false)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('whoever drops out in whatever order: the proposed one is always the best placed of those who stand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c']), (out) => {
        const bidders: Bidder[] = ranking.map(({ signUpId }) => ({
          signUpId,
          state: out.includes(signUpId) ? 'EXCLUDED' : 'ACTIVE',
          exclusion: null,
        }))
        const best = ['a', 'b', 'c'].find((id) => !out.includes(id)) ?? null
        // The order of the input never matters.
        expect(firstStanding({ ranking: ranking.toReversed() }, bidders.toReversed())?.signUpId ?? null).toBe(best)
      }),
    )
  })
})

describe('an upheld objection', () => {
  const objection = { isOpen: true, filedAt: new Date('2026-11-09T02:00:00Z') }
  const upheld = { outcome: 'UPHELD', consequence: 'EXCLUDE_WINNER', reasons: '成立' } as const
  const result = (resultAt: string, state: SelectionState = 'DISPUTED') => ({ state, resultAt: new Date(resultAt) })

  it.each([
    ['puts out the winner it was filed against', result('2026-11-06T02:00:00Z'), 'EXCLUDE_WINNER'],
    ['does nothing to a winner who was proposed later', result('2026-11-10T02:00:00Z'), 'NOTHING'],
    ['does nothing to a round that ended meanwhile', result('2026-11-06T02:00:00Z', 'FAILED'), 'NOTHING'],
  ] as const)('%s', (_case, round, consequence) => {
    expect(decideObjection(objection, round, upheld)).toEqual({ ok: true, value: consequence })
  })
})
