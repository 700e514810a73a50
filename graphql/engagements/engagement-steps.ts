import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { FundSource } from '../selection/selection-enums.ts'
import { Engagement } from './engagement.ts'

builder.relayMutationField(
  'chooseIntermediary',
  {
    inputFields: (t) => ({
      uscc: t.string(),
      serviceItemCode: t.string(),
      divisionCode: t.string(),
      projectName: t.string(),
      size: t.float({ required: false, description: 'In the unit that fee or ceiling are counted in.' }),
      fundSource: t.field({ type: FundSource, required: false, description: 'Left out: private. Others go by an announced selection.' }),
      feeFen: t.int({ description: 'As shown; refused when it has changed meanwhile.' }),
      promisedWorkingDays: t.int(),
      offeringVersion: t.int(),
    }),
  },
  {
    description: 'Choose an intermediary directly for a service item.',
    authScopes: { may: 'engagement.choose' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await chooseIntermediary(context, { ...input, fundSource: input.fundSource ?? 'PRIVATE' }),
    }),
  },
  {
    outputFields: (t) => ({
      engagement: t.prismaField({
        type: Engagement,
        resolve: (query, { id }, _args, { prisma }) => prisma.engagement.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'deliverResult',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      note: t.string({ required: false }),
      chargedFeeFen: t.int({ required: false, description: 'What is charged in the end; more than agreed is refused.' }),
      fileId: t.string({ required: false, description: 'The result: key of a stored file of yours for this engagement.' }),
    }),
  },
  {
    description: 'Hand over a version of the result, under the contract.',
    authScopes: { may: 'engagement.act' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await deliverResult(context, input) }),
  },
  {
    outputFields: (t) => ({
      engagement: t.prismaField({
        type: Engagement,
        resolve: (query, { id }, _args, { prisma }) => prisma.engagement.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
