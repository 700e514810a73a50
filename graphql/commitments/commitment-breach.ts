import type { Viewer } from '#domain/access/viewer.ts'
import { can } from '#domain/access/can.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { objectionGrounds } from '#services/commitments/object-to-breach.ts'
import { visibleCommitments } from '#services/commitments/visible-commitments.ts'
import { builder } from '../builder.ts'

export const BreachKind = builder.enumType('BreachKind', {
  values: { MISSED: { description: '逾期未履行' }, UNTRUE: { description: '承诺不实' } },
} as const)
export const ObjectionGround = builder.enumType('ObjectionGround', { values: objectionGrounds })
export const ObjectionState = builder.enumType('ObjectionState', { values: ['FILED', 'UPHELD', 'REJECTED'] } as const)

export const CommitmentBreach = builder.prismaNode('CommitmentBreach', {
  id: { field: 'id' },
  description: '未履行承诺',
  fields: (t) => ({
    kind: t.field({ type: BreachKind, resolve: (breach) => breach.kind }),
    breachedOn: t.field({ type: 'Day', resolve: (breach) => fromDbDay(breach.breachedOn) }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    reason: t.exposeString('reason', { description: 'In the language of the documents.' }),
    annulledAt: t.expose('annulledAt', { type: 'DateTime', nullable: true }),
    commitment: t.relation('commitment'),
    objections: t.relation('objections', { query: { orderBy: { filedAt: 'asc' } } }),
  }),
})

export const BreachObjection = builder.prismaNode('BreachObjection', {
  id: { field: 'id' },
  description: '异议 against a recorded breach.',
  fields: (t) => ({
    key: t.exposeID('id', { description: 'For the query breachObjection and the decision.' }),
    version: t.exposeInt('version'),
    ground: t.field({ type: ObjectionGround, resolve: (objection) => objection.ground }),
    text: t.exposeString('text'),
    state: t.field({ type: ObjectionState, resolve: (objection) => objection.state }),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: (objection) => fromDbDay(objection.answerDueOn) }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true }),
    breach: t.relation('breach'),
    canDecide: t.boolean({
      description: 'Whether you may decide it: a reviewer who did not handle the case.',
      select: { breach: { select: { commitment: { select: { case: { select: { officerId: true, applicantId: true } } } } } } },
      resolve: ({ breach }, _args, { viewer }) => {
        const { officerId, applicantId } = breach.commitment.case
        return can(viewer, 'breach.decideObjection', { officerUserId: officerId, applicantSubjectId: applicantId })
      },
    }),
  }),
})

const visibleObjections = (viewer: Viewer): Prisma.BreachObjectionWhereInput => ({ breach: { commitment: visibleCommitments(viewer) } })

builder.queryField('breachObjections', (t) =>
  t.prismaConnection({
    type: BreachObjection,
    cursor: 'id',
    description: 'Objections to recorded breaches, the earliest answer due first.',
    args: { states: t.arg({ type: [ObjectionState], required: false }) },
    authScopes: { may: 'commitment.view' },
    totalCount: (_root, { states }, { prisma, viewer }) =>
      prisma.breachObjection.count({ where: { AND: [visibleObjections(viewer), states ? { state: { in: [...states] } } : {}] } }),
    resolve: (query, _root, { states }, { prisma, viewer }) =>
      prisma.breachObjection.findMany({
        ...query,
        where: { AND: [visibleObjections(viewer), states ? { state: { in: [...states] } } : {}] },
        orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
)

builder.queryField('breachObjection', (t) =>
  t.prismaField({
    type: BreachObjection,
    nullable: true,
    args: { key: t.arg.id() },
    authScopes: { may: 'commitment.view' },
    resolve: (query, _root, { key }, { prisma, viewer }) =>
      /^[0-9a-f-]{36}$/.test(key)
        ? prisma.breachObjection.findFirst({ ...query, where: { AND: [{ id: key }, visibleObjections(viewer)] } })
        : null,
  }),
)
