import { answerTermination } from '#services/engagements/answer-termination.ts'
import { terminateEngagement } from '#services/engagements/terminate-engagement.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { TerminationCause } from './contract.ts'
import { EngagementStepTaken as StepTaken } from './step-taken.ts'

builder.relayMutationField(
  'terminateEngagement',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), cause: t.field({ type: TerminationCause }), reasons: t.string() }) },
  {
    description: 'End the engagement for a cause that the record bears out, or propose to end it by agreement.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await terminateEngagement(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'answerTermination',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      isAgreed: t.boolean({ description: 'False: no, or your own proposal is taken back.' }),
    }),
  },
  {
    description: 'Answer a proposal to end the engagement by agreement.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await answerTermination(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
