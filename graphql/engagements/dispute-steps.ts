import { answerDispute } from '#services/engagements/answer-dispute.ts'
import { endDispute } from '#services/engagements/end-dispute.ts'
import { raiseDispute } from '#services/engagements/raise-dispute.ts'
import { stateOnDispute } from '#services/engagements/state-on-dispute.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { EngagementDispute } from './dispute.ts'
import { EngagementStepTaken as StepTaken } from './step-taken.ts'

const DisputeEnd = builder.enumType('DisputeEnd', { values: ['SETTLED', 'WITHDRAWN'] } as const)

builder.relayMutationField(
  'raiseDispute',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), matter: t.string() }) },
  {
    description: 'Raise a dispute with the other side.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await raiseDispute(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'stateOnDispute',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), statement: t.string() }) },
  {
    description: 'State your case in a dispute that the other side raised.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await stateOnDispute(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'endDispute',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), outcome: t.field({ type: DisputeEnd }), note: t.string() }) },
  {
    description: 'End a dispute that you raised: settled, or taken back.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await endDispute(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'answerDispute',
  { inputFields: (t) => ({ number: t.string({ description: 'Of the dispute.' }), answer: t.string() }) },
  {
    description: 'Answer a dispute as the supervising office of the project’s division.',
    authScopes: { may: 'dispute.answer' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await answerDispute(context, input) }),
  },
  {
    outputFields: (t) => ({
      dispute: t.prismaField({
        type: EngagementDispute,
        resolve: (query, { id }, _args, { prisma }) => prisma.engagementDispute.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
