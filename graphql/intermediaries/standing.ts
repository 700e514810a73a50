import type { Bar } from '#domain/credit/bar.ts'
import { isInForceOn } from '#domain/credit/bar.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import { gradeOn } from '#domain/credit/read-standing.ts'
import type { ScoreLine } from '#domain/credit/score-line.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { CreditStanding } from '#prisma/generated/client.ts'
import { toStanding } from '#services/credit/verify-standings.ts'
import { builder } from '../builder.ts'
import { BarType, ScoreLineType } from '../credit/my-standing.ts'

/** The grade on a day: E while blacklisted, N where nothing was ever recorded. */
export function gradeOfRow(row: CreditStanding | null, day: CalendarDay): CreditGrade {
  return row === null ? 'N' : gradeOn(toStanding(row), day)
}

/** 信用状况 of an intermediary as published: grade with all its reasons, and what it is kept from today. */
export const IntermediaryStanding = builder.prismaObject('CreditStanding', {
  variant: 'IntermediaryStanding',
  description: '信用状况: grade, score and every reason behind them.',
  fields: (t) => ({
    score: t.exposeFloat('score', { nullable: true }),
    reviewScore: t.exposeFloat('reviewScore', { nullable: true }),
    conductScore: t.exposeFloat('conductScore', { nullable: true }),
    explanation: t.field({ type: [ScoreLineType], resolve: ({ explanation }) => explanation as unknown as ScoreLine[] }),
    bars: t.field({
      type: [BarType],
      description: 'Those in force today.',
      resolve: ({ bars }, _args, { clock }) => (bars as unknown as Bar[]).filter((bar) => isInForceOn(bar, shanghaiDayOf(clock.now()))),
    }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    computedAt: t.expose('computedAt', { type: 'DateTime' }),
  }),
})

/** 信用事件, public as a fact behind the score. Annulled ones have never been. */
export const PublicCreditEvent = builder.prismaObject('CreditEvent', {
  variant: 'PublicCreditEvent',
  description: '信用事件: a fact behind the score, with its catalogue row.',
  fields: (t) => ({
    key: t.exposeID('id'),
    kind: t.string({ resolve: ({ kind }) => kind }),
    points: t.exposeFloat('points'),
    clause: t.exposeString('clause'),
    countsFromOn: t.field({ type: 'Day', description: 'The day it became known.', resolve: ({ countsFromOn }) => fromDbDay(countsFromOn) }),
  }),
})
