import { confirmCommitment } from '#services/commitments/confirm-commitment.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { rejectSupplement } from '#services/commitments/reject-supplement.ts'
import type { Permission } from '#domain/access/can.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Commitment } from './commitment.ts'

interface CommitmentStep {
  readonly clientMutationId: string
  readonly number: string
  readonly version: number
}

/** A step whose only word is its reason. */
function reasonedStep(
  name: string,
  description: string,
  may: Permission,
  run: (context: UseCaseContext, input: CommitmentStep & { readonly reason: string }) => Promise<string>,
) {
  builder.relayMutationField(
    name,
    { inputFields: (t) => ({ number: t.string(), version: t.int(), reason: t.string() }) },
    {
      description,
      authScopes: { may },
      errors: useCaseErrors,
      resolve: async (_root, { input }, context) => ({ id: await run(context, input) }),
    },
    {
      outputFields: (t) => ({
        commitment: t.prismaField({
          type: Commitment,
          resolve: (query, { id }, _args, { prisma }) => prisma.commitment.findUniqueOrThrow({ ...query, where: { id } }),
        }),
      }),
    },
  )
}

reasonedStep(
  'confirmCommitment',
  'Close the verification of what was handled on a promise: it was true.',
  'supplement.receive',
  confirmCommitment,
)

builder.relayMutationField(
  'receiveSupplement',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), materials: t.intList() }) },
  {
    description: 'Take in promised materials; the instant of receipt counts.',
    authScopes: { may: 'supplement.receive' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await receiveSupplement(context, input) }),
  },
  {
    outputFields: (t) => ({
      commitment: t.prismaField({
        type: Commitment,
        resolve: (query, { id }, _args, { prisma }) => prisma.commitment.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'rejectSupplement',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      materials: t.intList(),
      reason: t.string(),
      secondDueOn: t.string({ required: false, description: 'YYYY-MM-DD; without it a rejected material counts as missing.' }),
    }),
  },
  {
    description: 'Reject delivered materials on examination.',
    authScopes: { may: 'supplement.receive' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await rejectSupplement(context, input) }),
  },
  {
    outputFields: (t) => ({
      commitment: t.prismaField({
        type: Commitment,
        resolve: (query, { id }, _args, { prisma }) => prisma.commitment.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
