import { fromDbDay } from '#prisma/db-day.ts'
import { planVerification } from '#services/verification/plan-verification.ts'
import { visibleVerification } from '#services/verification/visible-verification.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

export const VerificationPlan = builder.prismaNode('VerificationPlan', {
  id: { field: 'id' },
  description: '核查计划: all promises of a period, or a drawn sample that anybody can draw again.',
  fields: (t) => ({
    number: t.exposeString('number'),
    name: t.exposeString('name'),
    fromOn: t.field({ type: 'Day', resolve: ({ fromOn }) => fromDbDay(fromOn) }),
    untilOn: t.field({ type: 'Day', resolve: ({ untilOn }) => fromDbDay(untilOn) }),
    dueOn: t.field({ type: 'Day', resolve: ({ dueOn }) => fromDbDay(dueOn) }),
    share: t.exposeFloat('share', { description: 'More than 0, at most 1; 1: all.' }),
    weights: t.field({ type: 'JSON', description: 'Tickets by list and grade.', resolve: ({ weights }) => weights }),
    drawRecord: t.field({
      type: 'JSON',
      description: 'SampleRecord: seed, ordered population with its hash, and what was drawn.',
      resolve: ({ drawRecord }) => drawRecord,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    taskCount: t.relationCount('tasks'),
    openCount: t.relationCount('tasks', { where: { state: 'OPEN' } }),
    doubtedCount: t.relationCount('tasks', { where: { state: 'DOUBTED' } }),
  }),
})

builder.queryField('verificationPlans', (t) =>
  t.prismaConnection({
    type: VerificationPlan,
    cursor: 'id',
    description: 'The plans of your agency, the latest first.',
    authScopes: { may: 'verification.view' },
    totalCount: (_root, _args, { prisma, viewer }) => prisma.verificationPlan.count({ where: visibleVerification(viewer) }),
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.verificationPlan.findMany({ ...query, where: visibleVerification(viewer), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
)

builder.queryField('verificationPlan', (t) =>
  t.prismaField({
    type: VerificationPlan,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'verification.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.verificationPlan.findFirst({ ...query, where: { AND: [{ number }, visibleVerification(viewer)] } }),
  }),
)

builder.relayMutationField(
  'planVerification',
  {
    inputFields: (t) => ({
      name: t.string(),
      fromOn: t.string({ description: 'YYYY-MM-DD: promises signed on this day or later.' }),
      untilOn: t.string(),
      share: t.float({ description: 'More than 0, at most 1; 1: all.' }),
      dueOn: t.string(),
    }),
  },
  {
    description: 'Plan the verification of the promises of a period, and draw whom to verify.',
    authScopes: { may: 'verification.plan' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await planVerification(context, input) }),
  },
  {
    outputFields: (t) => ({
      plan: t.prismaField({
        type: VerificationPlan,
        resolve: (query, { id }, _args, { prisma }) => prisma.verificationPlan.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
