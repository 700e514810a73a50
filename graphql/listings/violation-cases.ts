import { finalViolationStates, violationCaseStates } from '#domain/listings/violation-case.ts'
import type { ViolationCaseState as State } from '#domain/listings/violation-case.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleCases } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'
import { ViolationCase, ViolationCaseState } from './violation-case.ts'

const open = violationCaseStates.filter((state) => !finalViolationStates.includes(state))

const ViolationCaseFilter = builder.inputType('ViolationCaseFilter', {
  fields: (t) => ({
    states: t.field({ type: [ViolationCaseState], required: false, description: 'Left out: every state.' }),
    text: t.string({ required: false, description: 'Number of the case, or part of the name or USCC of the party.' }),
  }),
})

builder.queryField('violationCases', (t) =>
  t.prismaConnection({
    type: ViolationCase,
    cursor: 'id',
    description: 'The cases you may see, latest first.',
    args: { filter: t.arg({ type: ViolationCaseFilter, required: false }) },
    authScopes: { may: 'violation.view' },
    totalCount: (_root, { filter }, context) => context.prisma.violationCase.count({ where: casesWhere(filter ?? {}, context) }),
    resolve: (query, _root, { filter }, context) =>
      context.prisma.violationCase.findMany({
        ...query,
        where: casesWhere(filter ?? {}, context),
        orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

function casesWhere(
  { states, text }: { readonly states?: readonly State[] | null; readonly text?: string | null },
  { viewer }: { readonly viewer: Parameters<typeof visibleCases>[0] },
): Prisma.ViolationCaseWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const byText: Prisma.ViolationCaseWhereInput = {
    OR: [
      { number: wanted.toUpperCase() },
      { subject: { OR: [{ name: { contains: wanted, mode: 'insensitive' } }, { uscc: { contains: wanted.toUpperCase() } }] } },
    ],
  }
  return { AND: [visibleCases(viewer), states ? { state: { in: [...states] } } : {}, wanted === '' ? {} : byText] }
}

interface CaseLoad {
  readonly state: State
  readonly count: number
  readonly oldestReportedAt: Date | null
}
const CaseLoadType = builder.objectRef<CaseLoad>('CaseLoad').implement({
  description: 'How many open cases stand in one state, and since when the oldest.',
  fields: (t) => ({
    state: t.field({ type: ViolationCaseState, resolve: (load) => load.state }),
    count: t.exposeInt('count'),
    oldestReportedAt: t.expose('oldestReportedAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.queryField('openCaseLoad', (t) =>
  t.field({
    type: [CaseLoadType],
    authScopes: { may: 'violation.view' },
    resolve: async (_root, _args, { prisma, viewer }) => {
      const groups = await prisma.violationCase.groupBy({
        by: ['state'],
        where: { AND: [visibleCases(viewer), { state: { in: open } }] },
        _count: { _all: true },
        _min: { reportedAt: true },
      })
      return open.map((state) => {
        const group = groups.find((one) => one.state === state)
        return { state, count: group?._count._all ?? 0, oldestReportedAt: group?._min.reportedAt ?? null }
      })
    },
  }),
)

builder.queryField('casesAwaitingDefence', (t) =>
  t.prismaField({
    type: [ViolationCase],
    description: 'Cases whose defence window is open or has just ended, the earliest deadline first; at most 20.',
    authScopes: { may: 'violation.view' },
    resolve: (query, _root, _args, context) =>
      context.prisma.violationCase.findMany({
        ...query,
        where: { AND: [visibleCases(context.viewer), { state: 'NOTICED' }] },
        orderBy: [{ defenceDueOn: 'asc' }, { id: 'asc' }],
        take: 20,
      }),
  }),
)
