import { confirmSignature } from '#services/commitments/confirm-signature.ts'
import { extendCommitment } from '#services/commitments/extend-commitment.ts'
import { uploadSupplement } from '#services/commitments/upload-supplement.ts'
import { withdrawCommitment } from '#services/commitments/withdraw-commitment.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Commitment } from './commitment.ts'

builder.relayMutationField(
  'extendCommitment',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      dueOn: t.string({ description: 'YYYY-MM-DD: the new day of everything that is outstanding and due earlier.' }),
      reason: t.string(),
    }),
  },
  {
    description: 'Extend a promise: once, before its due day, within the limit of the item.',
    authScopes: { may: 'commitment.extend' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await extendCommitment(context, input) }),
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
  'withdrawCommitment',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reason: t.string() }) },
  {
    description: 'Take your promise back before the decision; the application falls with it.',
    authScopes: { may: 'commitment.withdraw' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawCommitment(context, input) }),
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
  'uploadSupplement',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      material: t.int({ description: "The material's place in the promise." }),
      files: t.field({ type: [FormFile] }),
    }),
  },
  {
    description: 'Supply a promised material online; this instant counts as its receipt.',
    authScopes: { may: 'supplement.upload' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await uploadSupplement(context, input) }),
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
  'confirmSignature',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Confirm in your account that the letter was signed for you.',
    authScopes: { may: 'commitment.confirmSignature' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await confirmSignature(context, input) }),
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
