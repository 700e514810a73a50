import { decideUntrueFinding } from '#services/verification/decide-untrue-finding.ts'
import { fileUntrueDefence } from '#services/verification/file-untrue-defence.ts'
import { proposeUntrue } from '#services/verification/propose-untrue.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ServiceMethod } from '../procedures/service-method.ts'
import { UntrueFinding } from './untrue-finding.ts'

const UntrueOutcome = builder.enumType('UntrueOutcome', { values: ['FOUND', 'NOT_FOUND'] as const })

const serviceNote = 'How the document reaches a party without an account; left out, it goes into the account.'

builder.relayMutationField(
  'proposeUntrue',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'Of the commitment.' }),
      version: t.int(),
      facts: t.string(),
      basis: t.string(),
      method: t.string({ required: false, description: 'How it was checked, for the task.' }),
      serviceMethod: t.field({ type: ServiceMethod, required: false, description: serviceNote }),
      servedOn: t.string({ required: false }),
      serviceNote: t.string({ required: false }),
    }),
  },
  {
    description: 'Doubt a promise: the notice is served, and the applicant can answer it.',
    authScopes: { may: 'untrue.propose' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await proposeUntrue(context, input) }),
  },
  {
    outputFields: (t) => ({
      finding: t.prismaField({
        type: UntrueFinding,
        resolve: (query, { id }, _args, { prisma }) => prisma.untrueFinding.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'fileUntrueDefence',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'Of the finding.' }),
      version: t.int(),
      statement: t.string(),
      files: t.field({ type: [FormFile], required: false }),
    }),
  },
  {
    description: 'Answer the notice that your promise seems untrue, once, within the window.',
    authScopes: { may: 'untrue.defend' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      const files = (input.files ?? []).map(({ fileName, content }) => ({ fileName, content }))
      return { id: await fileUntrueDefence(context, { ...input, files }) }
    },
  },
  {
    outputFields: (t) => ({
      finding: t.prismaField({
        type: UntrueFinding,
        resolve: (query, { id }, _args, { prisma }) => prisma.untrueFinding.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'decideUntrueFinding',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'Of the finding.' }),
      version: t.int(),
      outcome: t.field({ type: UntrueOutcome }),
      reasons: t.string(),
      serviceMethod: t.field({ type: ServiceMethod, required: false, description: serviceNote }),
      servedOn: t.string({ required: false }),
      serviceNote: t.string({ required: false }),
    }),
  },
  {
    description: 'Decide whether a promise was untrue: if so, the approval is revoked and the bodies concerned are told.',
    authScopes: { may: 'untrue.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideUntrueFinding(context, input) }),
  },
  {
    outputFields: (t) => ({
      finding: t.prismaField({
        type: UntrueFinding,
        resolve: (query, { id }, _args, { prisma }) => prisma.untrueFinding.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
