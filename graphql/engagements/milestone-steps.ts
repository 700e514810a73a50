import { confirmMilestone } from '#services/engagements/confirm-milestone.ts'
import { planMilestone } from '#services/engagements/plan-milestone.ts'
import { reportMilestone } from '#services/engagements/report-milestone.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { EngagementStepTaken as StepTaken } from './step-taken.ts'

builder.relayMutationField(
  'planMilestone',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      title: t.string(),
      dueOn: t.string({ description: 'YYYY-MM-DD, not after the delivery day.' }),
    }),
  },
  {
    description: 'Plan a milestone under the contract.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await planMilestone(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'reportMilestone',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), sequence: t.int() }) },
  {
    description: 'Say that a milestone is done, as the intermediary.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await reportMilestone(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'confirmMilestone',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), sequence: t.int() }) },
  {
    description: 'Confirm that a milestone was reached, as the owner.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await confirmMilestone(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
