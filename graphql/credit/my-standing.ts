import type { Bar } from '#domain/credit/bar.ts'
import { isInForceOn } from '#domain/credit/bar.ts'
import { gradeOn } from '#domain/credit/read-standing.ts'
import type { ScoreLine } from '#domain/credit/score-line.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toStanding } from '#services/credit/verify-standings.ts'
import { builder } from '../builder.ts'

export const ScoreLineType = builder.objectRef<ScoreLine>('ScoreLine').implement({
  description: 'One reason behind a score: what, how much, under which rule, until when.',
  fields: (t) => ({
    code: t.string({ resolve: (line) => line.code }),
    kind: t.string({ resolve: (line) => line.kind }),
    points: t.float({ nullable: true, resolve: (line) => line.points }),
    weight: t.float({ nullable: true, resolve: (line) => line.weight }),
    ruleClause: t.exposeString('ruleClause'),
    countsUntil: t.field({ type: 'Day', nullable: true, resolve: (line) => line.countsUntil }),
  }),
})

export const BarType = builder.objectRef<Bar>('Bar').implement({
  description: 'Something a subject is kept from, first and last day included.',
  fields: (t) => ({
    kind: t.string({ resolve: (bar) => bar.kind }),
    from: t.field({ type: 'Day', resolve: (bar) => bar.from }),
    until: t.field({ type: 'Day', nullable: true, resolve: (bar) => bar.until }),
    reasonCode: t.exposeString('reasonCode'),
    clause: t.exposeString('clause'),
    isHold: t.exposeBoolean('isHold'),
  }),
})

const MyStanding = builder.prismaObject('CreditStanding', {
  variant: 'MyStanding',
  description: '信用状况: your own, with every reason.',
  fields: (t) => ({
    grade: t.string({ resolve: (row, _args, { clock }) => gradeOn(toStanding(row), shanghaiDayOf(clock.now())) }),
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

builder.queryField('myStanding', (t) =>
  t.prismaField({
    type: MyStanding,
    nullable: true,
    authScopes: { may: 'engagement.view' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      viewer.subjectId === null ? null : prisma.creditStanding.findUnique({ ...query, where: { subjectId: viewer.subjectId } }),
  }),
)
