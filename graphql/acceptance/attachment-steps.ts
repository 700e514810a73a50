import { attachDeliverable, offerDeliverable } from '#services/acceptance/attach-deliverable.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ApprovalCase } from './approval-case.ts'

builder.relayMutationField(
  'attachDeliverable',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), seq: t.int(), engagementNumber: t.string() }) },
  {
    description: 'Take the accepted result of the applicant’s engagement as a material, without a second upload.',
    authScopes: { may: 'material.attach' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await attachDeliverable(context, input) }),
  },
  {
    outputFields: (t) => ({
      case: t.prismaField({
        type: ApprovalCase,
        resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'offerDeliverable',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), seq: t.int(), engagementNumber: t.string() }) },
  {
    description: 'Offer the accepted result of your engagement as a material of your case; a promised material is received by it.',
    authScopes: { may: 'material.offer' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await offerDeliverable(context, input) }),
  },
  {
    outputFields: (t) => ({
      case: t.prismaField({
        type: ApprovalCase,
        resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
