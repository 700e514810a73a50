import { expect, test } from 'vitest'
import { selectionModes, selectionStates } from '#domain/selection/selection.ts'
import { awaitedNow } from './awaited.ts'

test('quotes wait for the second key, draws for public randomness', () => {
  expect(awaitedNow('CLOSED', 'LOWEST_QUOTE')).toEqual(['share', 'opening', 'result'])
  expect(awaitedNow('CLOSED', 'RANDOM_DRAW')).toEqual(['randomness', 'draw', 'result'])
})

test('the steps only ever grow fewer on the way to the result, and none is left after it', () => {
  for (const mode of selectionModes) {
    const way = selectionStates.map((state) => awaitedNow(state, mode))
    const lengths = (['SIGN_UP', 'CLOSED', 'OPENED', 'PUBLICITY'] as const).map((state) => awaitedNow(state, mode).length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
    expect(lengths.at(-1)).toBe(0)
    for (const steps of way) expect(new Set(steps).size).toBe(steps.length)
  }
})
