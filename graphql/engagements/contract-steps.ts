import { agreeContract } from '#services/engagements/agree-contract.ts'
import { declineContract } from '#services/engagements/decline-contract.ts'
import { proposeContract } from '#services/engagements/propose-contract.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { EngagementStepTaken as StepTaken } from './step-taken.ts'

builder.relayMutationField(
  'proposeContract',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      feeFen: t.int(),
      promisedWorkingDays: t.int({ description: 'From the day the first version comes into force.' }),
      scope: t.string(),
      liability: t.string({ description: 'What a breach leads to.' }),
      reasons: t.string({ required: false, description: 'Of a change.' }),
      fileId: t.string({ required: false, description: 'The signed paper: key of a stored file of yours for this engagement.' }),
      isRaisedFeeAccepted: t.boolean({ required: false, description: 'The owner expressly accepts a fee above the chosen one.' }),
    }),
  },
  {
    description: 'Propose the contract, or a change of it, to the other side.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await proposeContract(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'agreeContract',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      isRaisedFeeAccepted: t.boolean({ required: false, description: 'The owner expressly accepts a fee above the chosen one.' }),
    }),
  },
  {
    description: 'Agree to the proposal of the other side: it comes into force.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await agreeContract(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'declineContract',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string({ required: false }) }) },
  {
    description: 'Decline the proposal that waits, or take your own back.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await declineContract(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
