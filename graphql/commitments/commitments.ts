import type { Viewer } from '#domain/access/viewer.ts'
import { addDays, shanghaiDayOf, weekdayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleCommitments } from '#services/commitments/visible-commitments.ts'
import { builder } from '../builder.ts'
import { Commitment, CommitmentState } from './commitment.ts'

export const CommitmentDue = builder.enumType('CommitmentDue', {
  values: {
    TODAY: { description: 'Open, and due today.' },
    THIS_WEEK: { description: 'Open, and due from tomorrow to Sunday.' },
    LATER: { description: 'Open, and due after this week.' },
    OVERDUE: { description: 'Open although the day is over: a verification that is late.' },
  },
} as const)
type Due = typeof CommitmentDue.$inferType

const CommitmentFilter = builder.inputType('CommitmentFilter', {
  fields: (t) => ({
    due: t.field({ type: CommitmentDue, required: false }),
    states: t.field({ type: [CommitmentState], required: false }),
    text: t.string({ required: false, description: 'Number of commitment or case, or part of the name or USCC of the applicant.' }),
  }),
})

builder.queryField('commitments', (t) =>
  t.prismaConnection({
    type: Commitment,
    cursor: 'id',
    description: 'The commitments you may see, the earliest due day first.',
    args: { filter: t.arg({ type: CommitmentFilter, required: false }) },
    authScopes: { may: 'commitment.view' },
    totalCount: (_root, { filter }, { prisma, viewer, clock }) =>
      prisma.commitment.count({ where: commitmentsWhere(filter ?? {}, viewer, shanghaiDayOf(clock.now())) }),
    resolve: (query, _root, { filter }, { prisma, viewer, clock }) =>
      prisma.commitment.findMany({
        ...query,
        where: commitmentsWhere(filter ?? {}, viewer, shanghaiDayOf(clock.now())),
        orderBy: [{ supplementDueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
)

interface DueCount {
  readonly due: Due
  readonly count: number
}
const DueCountType = builder.objectRef<DueCount>('CommitmentDueCount').implement({
  fields: (t) => ({ due: t.field({ type: CommitmentDue, resolve: (one) => one.due }), count: t.exposeInt('count') }),
})

builder.queryField('commitmentDueCounts', (t) =>
  t.field({
    type: [DueCountType],
    description: 'How many open commitments fall due when, of those you may see.',
    authScopes: { may: 'commitment.view' },
    resolve: (_root, _args, { prisma, viewer, clock }) => {
      const today = shanghaiDayOf(clock.now())
      const dues: Due[] = ['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER']
      return Promise.all(
        dues.map(async (due) => ({ due, count: await prisma.commitment.count({ where: commitmentsWhere({ due }, viewer, today) }) })),
      )
    },
  }),
)

function commitmentsWhere(
  { due, states, text }: Partial<typeof CommitmentFilter.$inferInput>,
  viewer: Viewer,
  today: CalendarDay,
): Prisma.CommitmentWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const byText: Prisma.CommitmentWhereInput = {
    OR: [
      { number: wanted.toUpperCase() },
      { case: { number: wanted.toUpperCase() } },
      { subject: { OR: [{ name: { contains: wanted, mode: 'insensitive' } }, { uscc: { contains: wanted.toUpperCase() } }] } },
    ],
  }
  return {
    AND: [
      visibleCommitments(viewer),
      due ? dueWhere(due, today) : {},
      states ? { state: { in: [...states] } } : {},
      wanted === '' ? {} : byText,
    ],
  }
}

/** A second day set on a rejection takes the place of the promised one. */
function dueWhere(due: Due, today: CalendarDay): Prisma.CommitmentWhereInput {
  const sunday = addDays(today, 7 - weekdayOf(today))
  const range: Prisma.DateTimeFilter = {
    TODAY: { equals: toDbDay(today) },
    THIS_WEEK: { gt: toDbDay(today), lte: toDbDay(sunday) },
    LATER: { gt: toDbDay(sunday) },
    OVERDUE: { lt: toDbDay(today) },
  }[due]
  const isSecond = { items: { some: { secondDueOn: { not: null } } } }
  return {
    state: 'PENDING',
    OR: [{ NOT: isSecond, supplementDueOn: range }, { items: { some: { secondDueOn: range } } }],
  }
}
