import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { caseAgeOf, caseAges } from '#domain/listings/case-age.ts'
import type { CaseAge } from '#domain/listings/case-age.ts'
import { finalViolationStates } from '#domain/listings/violation-case.ts'
import { deadlineKinds, deadlinesAhead } from '#services/listings/deadlines-ahead.ts'
import type { DeadlineAhead } from '#services/listings/deadlines-ahead.ts'
import { decisionOutcomes } from '#services/listings/decision-outcomes.ts'
import type { QuarterOutcomes } from '#services/listings/decision-outcomes.ts'
import { seesAllCases } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'

const CaseAgeEnum = builder.enumType('CaseAge', { values: caseAges })
const DeadlineKindEnum = builder.enumType('DeadlineKind', { values: deadlineKinds })

interface AgeCount {
  readonly age: CaseAge
  readonly count: number
}
const AgeCountType = builder.objectRef<AgeCount>('CaseAgeCount').implement({
  fields: (t) => ({
    age: t.field({ type: CaseAgeEnum, resolve: ({ age }) => age }),
    count: t.exposeInt('count'),
  }),
})

const DeadlineType = builder.objectRef<DeadlineAhead>('DeadlineAhead').implement({
  fields: (t) => ({
    kind: t.field({ type: DeadlineKindEnum, resolve: ({ kind }) => kind }),
    number: t.exposeString('number'),
    partyName: t.exposeString('partyName'),
    dueOn: t.field({ type: 'Day', resolve: ({ dueOn }) => dueOn }),
    isOverdue: t.boolean({ resolve: ({ dueOn }, _args, { clock }) => dueOn < shanghaiDayOf(clock.now()) }),
  }),
})

const OutcomesType = builder.objectRef<QuarterOutcomes>('QuarterOutcomes').implement({
  description: 'What became of the decisions of a quarter that found a violation.',
  fields: (t) => ({
    quarter: t.exposeString('quarter'),
    decided: t.exposeInt('decided'),
    listed: t.exposeInt('listed'),
    appealed: t.exposeInt('appealed'),
    upheld: t.exposeInt('upheld'),
    varied: t.exposeInt('varied'),
    annulled: t.exposeInt('annulled'),
  }),
})

builder.queryFields((t) => ({
  openCaseAges: t.field({
    type: [AgeCountType],
    description: 'Open cases by how long ago they were reported; nothing for who does not see every case.',
    authScopes: { may: 'violation.view' },
    resolve: async (_root, _args, { prisma, viewer, clock }) => {
      if (!seesAllCases(viewer)) return []
      const open = await prisma.violationCase.findMany({
        where: { state: { notIn: [...finalViolationStates] } },
        select: { reportedAt: true },
      })
      const today = shanghaiDayOf(clock.now())
      const ages = open.map(({ reportedAt }) => caseAgeOf(shanghaiDayOf(reportedAt), today))
      return caseAges.map((age) => ({ age, count: ages.filter((one) => one === age).length }))
    },
  }),
  deadlinesAhead: t.field({
    type: [DeadlineType],
    description: 'What is due next, or overdue, in cases and remedies; nothing for who does not see every case.',
    authScopes: { may: 'violation.view' },
    resolve: async (_root, _args, context) => (seesAllCases(context.viewer) ? [...(await deadlinesAhead(context))] : []),
  }),
  decisionOutcomes: t.field({
    type: [OutcomesType],
    description: 'How decisions fared on appeal, by quarter; nothing for who does not see every case.',
    authScopes: { may: 'violation.view' },
    resolve: async (_root, _args, context) => (seesAllCases(context.viewer) ? [...(await decisionOutcomes(context))] : []),
  }),
}))
