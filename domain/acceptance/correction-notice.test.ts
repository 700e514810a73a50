import { describe, expect, it, test } from 'vitest'
import { shanghai, zzTolerance1 } from '#domain/commitments/tolerance-rules.fixture.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { assessCorrectionNotice } from './correction-notice.ts'

const assess = (filedOn: string, noticed: string | null, now: string) =>
  assessCorrectionNotice({ filedOn, noticedAt: noticed === null ? null : shanghai(noticed) }, zzTolerance1, calendarOf2026, shanghai(now))

describe('R1.2, 行政许可法 32(4) and 82: the notice within five working days, else accepted since filing', () => {
  test.each([
    ['on the fifth working day', '2026-09-30', null, '2026-10-13 23:59:59.999', { state: 'NOTICE_POSSIBLE', lastOn: '2026-10-13' }],
    [
      'when it ended without notice',
      '2026-09-30',
      null,
      '2026-10-14 00:00:00',
      { state: 'DEEMED_ACCEPTED', lastOn: '2026-10-13', acceptedOn: '2026-09-30' },
    ],
    [
      'given at its last instant',
      '2026-09-30',
      '2026-10-13 23:59:59.999',
      '2026-11-01 09:00:00',
      { state: 'NOTICE_GIVEN', lastOn: '2026-10-13' },
    ],
    [
      'given too late',
      '2026-09-30',
      '2026-10-14 00:00:00',
      '2026-10-14 09:00:00',
      { state: 'DEEMED_ACCEPTED', lastOn: '2026-10-13', acceptedOn: '2026-09-30' },
    ],
    ['given at once', '2026-03-02', '2026-03-02 10:00:00', '2026-03-02 10:00:00', { state: 'NOTICE_GIVEN', lastOn: '2026-03-09' }],
  ])('%s', (_, filedOn, noticed, now, expected) => expect(assess(filedOn, noticed, now)).toEqual({ ok: true, value: expected }))

  it('R8: a year without calendar is refused', () =>
    expect(assess('2026-12-30', null, '2026-12-30 10:00:00')).toEqual({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } }))
})
