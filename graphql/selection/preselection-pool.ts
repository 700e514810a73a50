import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { poolStateAt, preselectionPoolStates } from '#domain/selection/preselection.ts'
import type { PreselectionPoolState as PoolState } from '#domain/selection/preselection.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { termOf } from '#services/selection/preselection-membership.ts'
import { builder } from '../builder.ts'
import { isIn, membersOfPool, ownObstacleTo, PreselectionMember } from './preselection-member.ts'

const PreselectionPoolState = builder.enumType('PreselectionPoolState', { values: preselectionPoolStates })

export const PreselectionPool = builder.prismaNode('PreselectionPool', {
  id: { field: 'id' },
  description: '预选库 for government-invested projects. Who is in it is asked anew at every read.',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    titleZh: t.exposeString('titleZh'),
    titleEn: t.exposeString('titleEn'),
    item: t.relation('serviceItem'),
    divisionCode: t.exposeString('divisionCode'),
    divisionNameZh: t.string({ resolve: async ({ divisionCode }, _args, { prisma }) => (await divisionOf(prisma, divisionCode)).nameZh }),
    divisionNameEn: t.string({ resolve: async ({ divisionCode }, _args, { prisma }) => (await divisionOf(prisma, divisionCode)).nameEn }),
    keeperName: t.string({ select: { keeper: { select: { nameZh: true } } }, resolve: ({ keeper }) => keeper.nameZh }),
    conditions: t.exposeString('conditions'),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    validUntilOn: t.field({ type: 'Day', description: 'Its last day.', resolve: ({ validUntilOn }) => fromDbDay(validUntilOn) }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    closeReasons: t.exposeString('closeReasons', { nullable: true }),
    state: t.field({ type: PreselectionPoolState, resolve: (pool, _args, { clock }) => poolStateAt(termOf(pool), clock.now()) }),
    memberCount: t.int({
      description: 'Firms that count as members now.',
      resolve: async ({ id }, _args, context) => (await membersOfPool(context, id)).filter(isIn).length,
    }),
    members: t.field({
      type: [PreselectionMember],
      description: 'Everyone who is or was in it, in the order of joining.',
      resolve: async ({ id }, _args, context) => [...(await membersOfPool(context, id))],
    }),
    isKept: t.boolean({
      description: 'The viewer keeps it.',
      resolve: ({ keeperId }, _args, { viewer }) => can(viewer, 'preselection.keep', { organisationId: keeperId }),
    }),
    ownMembership: t.field({
      type: PreselectionMember,
      nullable: true,
      description: "The viewer's own firm in it.",
      resolve: async ({ id }, _args, context) =>
        (await membersOfPool(context, id)).find(
          ({ member }) => context.viewer.subjectId !== null && member.intermediary.subjectId === context.viewer.subjectId,
        ) ?? null,
    }),
    ownObstacle: t.field({
      type: 'JSON',
      nullable: true,
      description: "What the form check has against the viewer's own firm now: code and facts.",
      resolve: async ({ id }, _args, context) => (await ownObstacleTo(context, id)) ?? null,
    }),
  }),
})

const divisionOf = (prisma: Prisma.TransactionClient, code: string) =>
  prisma.division.findUniqueOrThrow({ where: { code }, select: { nameZh: true, nameEn: true } })

const PreselectionPoolFilter = builder.inputType('PreselectionPoolFilter', {
  fields: (t) => ({
    state: t.field({ type: PreselectionPoolState, required: false, description: 'Left out: every state.' }),
    serviceItemCode: t.string({ required: false }),
    isKept: t.boolean({ required: false, description: "Kept by the viewer's office." }),
    isJoined: t.boolean({ required: false, description: "The viewer's firm is or was in it." }),
  }),
})
type Filter = typeof PreselectionPoolFilter.$inferInput

builder.queryField('preselectionPools', (t) =>
  t.prismaConnection({
    type: PreselectionPool,
    cursor: 'id',
    description: 'The pools, latest first.',
    args: { filter: t.arg({ type: PreselectionPoolFilter, required: false }) },
    authScopes: { public: true },
    totalCount: (_root, { filter }, { prisma, viewer, clock }) =>
      prisma.preselectionPool.count({ where: poolsWhere(filter ?? {}, viewer, clock.now()) }),
    resolve: (query, _root, { filter }, { prisma, viewer, clock }) =>
      prisma.preselectionPool.findMany({
        ...query,
        where: poolsWhere(filter ?? {}, viewer, clock.now()),
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.queryField('preselectionPool', (t) =>
  t.prismaField({
    type: PreselectionPool,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { number }, { prisma }) => prisma.preselectionPool.findUnique({ ...query, where: { number } }),
  }),
)

function poolsWhere({ state, serviceItemCode, isKept, isJoined }: Filter, viewer: Viewer, now: Date): Prisma.PreselectionPoolWhereInput {
  const nobody = '00000000-0000-0000-0000-000000000000'
  return {
    AND: [
      state ? inState(state, now) : {},
      serviceItemCode ? { serviceItemCode } : {},
      isKept ? { keeperId: viewer.organisationId ?? nobody } : {},
      isJoined ? { members: { some: { intermediary: { subjectId: viewer.subjectId ?? nobody } } } } : {},
    ],
  }
}

/** As `poolStateAt`. */
function inState(state: PoolState, now: Date): Prisma.PreselectionPoolWhereInput {
  const today = toDbDay(shanghaiDayOf(now))
  const isNotClosed = { OR: [{ closedAt: null }, { closedAt: { gt: now } }] }
  if (state === 'CLOSED') return { closedAt: { lte: now } }
  return { AND: [isNotClosed, { validUntilOn: state === 'EXPIRED' ? { lt: today } : { gte: today } }] }
}
