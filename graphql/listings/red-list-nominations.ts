import { finalNominationStates, nominationStates } from '#domain/listings/red-list-nomination.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { NominationState } from '#domain/listings/red-list-nomination.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleNominations } from '#services/listings/visible-nominations.ts'
import { builder } from '../builder.ts'
import { NominationStateType, RedListNomination } from './red-list-nomination.ts'

const RedListNominationFilter = builder.inputType('RedListNominationFilter', {
  fields: (t) => ({
    states: t.field({ type: [NominationStateType], required: false, description: 'Left out: every state.' }),
    text: t.string({ required: false, description: 'Number of the nomination, or part of the name or USCC of the nominee.' }),
  }),
})

builder.queryField('redListNominations', (t) =>
  t.prismaConnection({
    type: RedListNomination,
    cursor: 'id',
    description: 'The nominations you may work with, latest first.',
    args: { filter: t.arg({ type: RedListNominationFilter, required: false }) },
    authScopes: { may: 'redList.view' },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.redListNomination.count({ where: nominationsWhere(filter, viewer) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.redListNomination.findMany({
        ...query,
        where: nominationsWhere(filter, viewer),
        orderBy: [{ nominatedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.queryField('redListNomination', (t) =>
  t.prismaField({
    type: RedListNomination,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'redList.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.redListNomination.findFirst({ ...query, where: { AND: [{ number }, visibleNominations(viewer)] } }),
  }),
)

function nominationsWhere(
  filter: typeof RedListNominationFilter.$inferInput | null | undefined,
  viewer: Viewer,
): Prisma.RedListNominationWhereInput {
  const wanted = (filter?.text ?? '').normalize('NFKC').trim().slice(0, 100)
  const byText: Prisma.RedListNominationWhereInput = {
    OR: [
      { number: wanted.toUpperCase() },
      { subject: { OR: [{ name: { contains: wanted, mode: 'insensitive' } }, { uscc: { contains: wanted.toUpperCase() } }] } },
    ],
  }
  return { AND: [visibleNominations(viewer), filter?.states ? { state: { in: [...filter.states] } } : {}, wanted === '' ? {} : byText] }
}

interface NominationLoad {
  readonly state: NominationState
  readonly count: number
}
const NominationLoadType = builder.objectRef<NominationLoad>('NominationLoad').implement({
  fields: (t) => ({ state: t.field({ type: NominationStateType, resolve: ({ state }) => state }), count: t.exposeInt('count') }),
})

builder.queryField('openNominationLoad', (t) =>
  t.field({
    type: [NominationLoadType],
    description: 'How many open nominations stand in each state.',
    authScopes: { may: 'redList.view' },
    resolve: async (_root, _args, { prisma, viewer }) => {
      const open = nominationStates.filter((state) => !finalNominationStates.includes(state))
      const where = { AND: [visibleNominations(viewer), { state: { in: open } }] }
      const groups = await prisma.redListNomination.groupBy({ by: ['state'], where, _count: { _all: true } })
      return open.map((state) => ({ state, count: groups.find((one) => one.state === state)?._count._all ?? 0 }))
    },
  }),
)
