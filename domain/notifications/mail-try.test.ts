import { describe, expect, it } from 'vitest'
import { afterMailFailure, mailWaitMinutes } from './mail-try.ts'

const now = new Date('2026-11-02T01:00:00Z')

describe('a mail that could not be sent', () => {
  it.each([
    [1, 'TEMPORARY', '2026-11-02T01:01:00.000Z'],
    [2, 'TEMPORARY', '2026-11-02T01:05:00.000Z'],
    [3, 'UNREACHABLE', '2026-11-02T01:15:00.000Z'],
    [6, 'UNREACHABLE', '2026-11-02T13:00:00.000Z'],
  ] as const)('try %i, %s: again at %s', (attempts, failure, at) => {
    expect(afterMailFailure(attempts, failure, now)).toEqual({ state: 'PENDING', nextTryAt: new Date(at) })
  })

  it.each([
    [1, 'PERMANENT'],
    [mailWaitMinutes.length + 1, 'TEMPORARY'],
    [mailWaitMinutes.length + 1, 'UNREACHABLE'],
  ] as const)('try %i, %s: given up', (attempts, failure) => {
    expect(afterMailFailure(attempts, failure, now)).toEqual({ state: 'FAILED' })
  })
})
