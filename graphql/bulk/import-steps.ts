import { abandonImport } from '#services/bulk/abandon-import.ts'
import { applyImport } from '#services/bulk/apply-import.ts'
import { uploadImport } from '#services/bulk/upload-import.ts'
import { visibleImports } from '#services/bulk/visible-imports.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ImportKindType, ImportRun } from './import-run.ts'

const EditionInput = builder.inputType('ImportEditionInput', {
  description: 'What publishes a catalogue: document and day.',
  fields: (t) => ({
    titleZh: t.string({ required: false }),
    titleEn: t.string({ required: false }),
    documentNo: t.string({ required: false }),
    effectiveOn: t.field({ type: 'Day', required: false }),
  }),
})

const ImportTaken = builder.objectRef<{ readonly id: string }>('ImportStepTaken').implement({
  description: 'The import after the step.',
  fields: (t) => ({
    run: t.prismaField({
      type: ImportRun,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.importRun.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleImports(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'uploadImport',
  {
    inputFields: (t) => ({
      kind: t.field({ type: ImportKindType }),
      fileName: t.string(),
      content: t.field({ type: 'Bytes', description: 'CSV or XLSX by its content, 20 MB at most.' }),
      edition: t.field({ type: EditionInput, required: false, description: 'Of a catalogue only, and required there.' }),
    }),
  },
  {
    description: 'Hand in a table for a dry run; nothing is written to the register yet.',
    authScopes: { may: 'import.run' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { edition, ...input } }, context) => {
      const { titleZh, titleEn, documentNo, effectiveOn } = edition ?? {}
      const said = Object.entries({ titleZh, titleEn, documentNo, effectiveOn }).filter(([, value]) => value != null)
      return { id: await uploadImport(context, { ...input, edition: Object.fromEntries(said) }) }
    },
  },
  { outputFields: (t) => ({ taken: t.field({ type: ImportTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'applyImport',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Let a run be written whose dry run found no fault. It is checked once more on the way.',
    authScopes: { may: 'import.run' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await applyImport(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: ImportTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'abandonImport',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Give up a run that was not begun to be written.',
    authScopes: { may: 'import.run' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await abandonImport(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: ImportTaken, resolve: (taken) => taken }) }) },
)
