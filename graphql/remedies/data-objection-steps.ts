import { askDataSource } from '#services/remedies/ask-data-source.ts'
import { dataObjectionOutcomes, decideDataObjection } from '#services/remedies/decide-data-objection.ts'
import { objectToData } from '#services/remedies/object-to-data.ts'
import { visibleDataObjections } from '#services/remedies/visible-remedies.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { DataObjection, DataTarget } from './data-objection.ts'

const DataObjectionOutcome = builder.enumType('DataObjectionOutcome', { values: dataObjectionOutcomes })

const StepTaken = builder.objectRef<{ readonly id: string }>('DataObjectionStepTaken').implement({
  description: 'The objection after the step.',
  fields: (t) => ({
    objection: t.prismaField({
      type: DataObjection,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.dataObjection.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleDataObjections(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'objectToData',
  {
    inputFields: (t) => ({
      target: t.field({ type: DataTarget }),
      targetId: t.string(),
      field: t.string({ required: false, description: 'Left out: the whole record should not be there.' }),
      proposed: t.string({ required: false, description: 'What should stand in the field.' }),
      statement: t.string(),
      files: t.field({ type: [FormFile], required: false }),
    }),
  },
  {
    description: 'Object to a record about you. It is marked at once, and answered in 3 working days, or 7.',
    authScopes: { may: 'dataObjection.file' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { files, ...input } }, context) => ({
      id: await objectToData(context, { ...input, files: files ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'askDataSource',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reason: t.string() }) },
  {
    description: 'Say that the source has to be asked: 7 working days instead of 3.',
    authScopes: { may: 'dataObjection.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await askDataSource(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideDataObjection',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: DataObjectionOutcome }),
      reasons: t.string(),
      corrected: t.string({ required: false, description: 'UPHELD, about a field: what shall stand there.' }),
    }),
  },
  {
    description: 'Answer an objection to data. Upheld, the record is put right at once, and everything made of it.',
    authScopes: { may: 'dataObjection.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideDataObjection(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
