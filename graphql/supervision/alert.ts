import { alertKinds, alertLevels, alertRules, alertStates } from '#domain/supervision/alert.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { handleAlert } from '#services/supervision/handle-alert.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const AlertKind = builder.enumType('AlertKind', { values: alertKinds })
const AlertLevel = builder.enumType('AlertLevel', { values: alertLevels })
const AlertState = builder.enumType('AlertState', { values: alertStates })

const kindOf = (text: string) => alertKinds.find((kind) => kind === text) ?? 'UNLISTED_SERVICE_DEMANDED'

const Alert = builder.prismaNode('Alert', {
  id: { field: 'id' },
  description: '预警: raised by a rule. It decides nothing; a person looks and says what came of it.',
  fields: (t) => ({
    number: t.exposeString('number'),
    kind: t.field({ type: AlertKind, resolve: ({ kind }) => kindOf(kind) }),
    level: t.field({ type: AlertLevel, resolve: ({ level }) => level }),
    state: t.field({ type: AlertState, resolve: ({ state }) => state }),
    organisationName: t.string({
      nullable: true,
      description: 'The body it is about.',
      select: { organisation: { select: { nameZh: true } } },
      resolve: ({ organisation }) => organisation?.nameZh ?? null,
    }),
    subjectName: t.string({
      nullable: true,
      description: 'The firm or person it is about.',
      select: { subject: { select: { name: true } } },
      resolve: ({ subject }) => subject?.name ?? null,
    }),
    serviceItem: t.relation('serviceItem', { nullable: true }),
    facts: t.field({ type: 'JSON', resolve: ({ facts }) => facts }),
    basis: t.string({ resolve: ({ kind }) => citeBasis(alertRules[kindOf(kind)].basis) }),
    basisZh: t.string({ resolve: ({ kind }) => alertRules[kindOf(kind)].basis.textZh }),
    basisEn: t.string({ resolve: ({ kind }) => alertRules[kindOf(kind)].basis.textEn }),
    evidence: t.string({ description: 'S, F, E or D, our own default.', resolve: ({ kind }) => alertRules[kindOf(kind)].basis.evidence }),
    raisedAt: t.expose('raisedAt', { type: 'DateTime' }),
    handledAt: t.expose('handledAt', { type: 'DateTime', nullable: true }),
    handlingNote: t.exposeString('handlingNote', { nullable: true }),
    handledBy: t.string({
      nullable: true,
      resolve: async ({ handledById }, _args, { prisma }) =>
        handledById ? ((await prisma.user.findUnique({ where: { id: handledById }, select: { name: true } }))?.name ?? null) : null,
    }),
  }),
})

const AlertFilter = builder.inputType('AlertFilter', {
  fields: (t) => ({
    state: t.field({ type: AlertState, required: false, description: 'Left out: every state.' }),
    kind: t.field({ type: AlertKind, required: false }),
    level: t.field({ type: AlertLevel, required: false }),
    selectionNumber: t.string({ required: false, description: 'About that selection.' }),
  }),
})

builder.queryField('alerts', (t) =>
  t.prismaConnection({
    type: Alert,
    cursor: 'id',
    description: 'Alerts, the latest first.',
    args: { filter: t.arg({ type: AlertFilter, required: false }) },
    authScopes: { may: 'alert.view' },
    totalCount: (_root, { filter }, { prisma }) => prisma.alert.count({ where: alertsWhere(filter ?? {}) }),
    resolve: (query, _root, { filter }, { prisma }) =>
      prisma.alert.findMany({ ...query, where: alertsWhere(filter ?? {}), orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }] }),
  }),
)

function alertsWhere({ state, kind, level, selectionNumber }: typeof AlertFilter.$inferInput): Prisma.AlertWhereInput {
  return {
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(level ? { level } : {}),
    ...(selectionNumber ? { facts: { path: ['selection'], equals: selectionNumber } } : {}),
  }
}

builder.queryField('alert', (t) =>
  t.prismaField({
    type: Alert,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'alert.view' },
    resolve: (query, _root, { number }, { prisma }) => prisma.alert.findUnique({ ...query, where: { number } }),
  }),
)

interface AlertLoad {
  readonly kind: (typeof alertKinds)[number]
  readonly level: (typeof alertLevels)[number]
  readonly count: number
}
const AlertLoadType = builder.objectRef<AlertLoad>('AlertLoad').implement({
  description: 'How many open alerts there are of one kind and level.',
  fields: (t) => ({
    kind: t.field({ type: AlertKind, resolve: ({ kind }) => kind }),
    level: t.field({ type: AlertLevel, resolve: ({ level }) => level }),
    count: t.exposeInt('count'),
  }),
})

builder.queryField('openAlertLoad', (t) =>
  t.field({
    type: [AlertLoadType],
    authScopes: { may: 'alert.view' },
    resolve: async (_root, _args, { prisma }) => {
      const groups = await prisma.alert.groupBy({ by: ['kind', 'level'], where: { state: 'OPEN' }, _count: { _all: true } })
      return groups.map(({ kind, level, _count }) => ({ kind: kindOf(kind), level, count: _count._all }))
    },
  }),
)

builder.relayMutationField(
  'handleAlert',
  { inputFields: (t) => ({ number: t.string(), note: t.string() }) },
  {
    description: 'Say what came of an alert, once.',
    authScopes: { may: 'alert.handle' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await handleAlert(context, input) }),
  },
  {
    outputFields: (t) => ({
      alert: t.prismaField({
        type: Alert,
        resolve: (query, { id }, _args, { prisma }) => prisma.alert.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
