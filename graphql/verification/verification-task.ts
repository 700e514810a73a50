import { verificationStates } from '#domain/verification/verification-task.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { recordVerification } from '#services/verification/record-verification.ts'
import { visibleVerification } from '#services/verification/visible-verification.ts'
import { builder } from '../builder.ts'
import { Commitment } from '../commitments/commitment.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'

const VerificationState = builder.enumType('VerificationState', {
  values: {
    OPEN: { description: 'To be checked.' },
    TRUE: { description: '属实' },
    DOUBTED: { description: '涉嫌不实: a finding was opened.' },
    DROPPED: { description: 'Fell away with its promise.' },
  },
} as const)

export const VerificationTask = builder.prismaNode('VerificationTask', {
  id: { field: 'id' },
  description: '核查任务: is the promise true?',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    state: t.field({ type: VerificationState, resolve: ({ state }) => state }),
    dueOn: t.field({ type: 'Day', resolve: ({ dueOn }) => fromDbDay(dueOn) }),
    commitment: t.relation('commitment', { type: Commitment }),
    plan: t.relation('plan', { nullable: true, description: 'None: handled on the promise, which is always verified.' }),
    method: t.exposeString('method', { nullable: true }),
    findings: t.exposeString('findings', { nullable: true }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', nullable: true }),
    steps: t.field({
      type: [ProcedureStepType],
      resolve: async ({ id }, _args, { prisma }) => [...(await stepsOf(prisma, 'VERIFICATION', id, 'OFFICIALS'))],
    }),
  }),
})

builder.queryField('verificationTasks', (t) =>
  t.prismaConnection({
    type: VerificationTask,
    cursor: 'id',
    description: 'The verification tasks you may see, the earliest due first.',
    args: { states: t.arg({ type: [VerificationState], required: false }), planNumber: t.arg.string({ required: false }) },
    authScopes: { may: 'verification.view' },
    totalCount: (_root, { states, planNumber }, { prisma, viewer }) =>
      prisma.verificationTask.count({ where: { AND: [visibleVerification(viewer), wanted(states, planNumber)] } }),
    resolve: (query, _root, { states, planNumber }, { prisma, viewer }) =>
      prisma.verificationTask.findMany({
        ...query,
        where: { AND: [visibleVerification(viewer), wanted(states, planNumber)] },
        orderBy: [{ dueOn: 'asc' }, { number: 'asc' }, { id: 'asc' }],
      }),
  }),
)

type States = readonly (typeof VerificationState.$inferType)[] | null | undefined
const wanted = (states: States, planNumber: string | null | undefined) => ({
  state: { in: [...(states ?? verificationStates)] },
  ...(planNumber ? { plan: { number: planNumber } } : {}),
})

builder.queryField('verificationTask', (t) =>
  t.prismaField({
    type: VerificationTask,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'verification.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.verificationTask.findFirst({ ...query, where: { AND: [{ number }, visibleVerification(viewer)] } }),
  }),
)

builder.relayMutationField(
  'recordVerification',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), method: t.string(), findings: t.string() }) },
  {
    description: 'Record that a promise was verified and is true; a doubt goes by proposeUntrue.',
    authScopes: { may: 'verification.record' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await recordVerification(context, input) }),
  },
  {
    outputFields: (t) => ({
      task: t.prismaField({
        type: VerificationTask,
        resolve: (query, { id }, _args, { prisma }) => prisma.verificationTask.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
