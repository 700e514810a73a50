import { describe, expect, it } from 'vitest'
import { entryCourseOn } from './entry-course.ts'
import type { EntryCourseFacts } from './entry-course.ts'

const blacklisted: EntryCourseFacts = {
  noticeServedOn: '2026-03-02',
  defenceFiledOn: '2026-03-10',
  nominatedOn: null,
  publicity: null,
  decidedOn: '2026-04-10',
  appeals: [],
  reviewsKeptOn: [],
  reviewDueOn: null,
  earliestRepairOn: '2026-07-10',
  untilOn: '2027-04-10',
  ended: null,
}
const course = (facts: Partial<EntryCourseFacts>, today: string) =>
  entryCourseOn({ ...blacklisted, ...facts }, today).map(({ kind, on, isAhead }) => `${on} ${kind}${isAhead ? ' ahead' : ''}`)

describe('R5: the course of an entry as the public reads it', () => {
  it('what happened, and what lies ahead', () => {
    expect(course({}, '2026-05-01')).toEqual([
      '2026-03-02 NOTICE_SERVED',
      '2026-03-10 DEFENCE_FILED',
      '2026-04-10 LISTED',
      '2026-07-10 REPAIR_POSSIBLE ahead',
      '2027-04-10 PUBLICITY_OVER ahead',
    ])
  })

  it('the last public day is still ahead on itself, and has come the day after', () => {
    expect(course({}, '2027-04-10').at(-1)).toBe('2027-04-10 PUBLICITY_OVER ahead')
    expect(course({}, '2027-04-11').at(-1)).toBe('2027-04-10 PUBLICITY_OVER')
    expect(course({}, '2027-04-11').join()).not.toContain('REPAIR')
  })

  it('an appeal with its outcome, and an end after which nothing lies ahead', () => {
    const appeals = [{ filedOn: '2026-04-15', decidedOn: '2026-05-20', outcome: 'ANNULLED' }] as const
    expect(course({ appeals, ended: { as: 'ANNULLED', on: '2026-05-20' } }, '2026-06-01').slice(3)).toEqual([
      '2026-04-15 APPEALED',
      '2026-05-20 APPEAL_ANNULLED',
      '2026-05-20 ANNULLED',
    ])
    const open = [{ filedOn: '2026-04-15', decidedOn: null, outcome: null }] as const
    expect(course({ appeals: open }, '2026-05-01')).toContain('2026-04-15 APPEALED')
  })

  it('a red list entry: nominated, publicised, kept, to be reviewed again', () => {
    const red = { noticeServedOn: null, defenceFiledOn: null, earliestRepairOn: null, untilOn: null, decidedOn: '2025-03-12' }
    const publicity = { fromOn: '2025-03-03', untilOn: '2025-03-11' }
    const facts = { ...red, publicity, nominatedOn: '2025-03-02', reviewsKeptOn: ['2026-03-01'], reviewDueOn: '2027-03-12' }
    expect(course(facts, '2027-02-20')).toEqual([
      '2025-03-02 NOMINATED',
      '2025-03-03 PUBLICITY_STARTED',
      '2025-03-11 PUBLICITY_ENDED',
      '2025-03-12 LISTED',
      '2026-03-01 REVIEW_KEPT',
      '2027-03-12 REVIEW_DUE ahead',
    ])
  })
})
