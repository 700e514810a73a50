import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { EngagementStepTaken as StepTaken } from './step-taken.ts'

const DeliverableAnswer = builder.enumType('DeliverableAnswer', { values: ['ACCEPTED', 'RETURNED'] } as const)

builder.relayMutationField(
  'answerDeliverable',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: DeliverableAnswer }),
      reasons: t.string({ required: false, description: 'Of a return.' }),
    }),
  },
  {
    description: 'Accept the result that waits, or return it with reasons.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await answerDeliverable(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
