import { visibleChanges } from '#services/catalogue/visible-changes.ts'
import type { ProposedContent } from '#domain/catalogue/item-content.ts'
import { applyForChange } from '#services/catalogue/apply-for-change.ts'
import { resubmitChange } from '#services/catalogue/resubmit-change.ts'
import { officeSteps, takeCatalogueStep } from '#services/catalogue/take-catalogue-step.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { CatalogueChange, CatalogueChangeKind, CatalogueChangeRoute } from './catalogue-change.ts'
import { ItemContentInput } from './item-content.ts'

const OfficeStep = builder.enumType('CatalogueOfficeStep', {
  description: 'The steps of the reform offices: all but application and withdrawal.',
  values: officeSteps,
})

const AttachmentInput = builder.inputType('AttachmentInput', {
  fields: (t) => ({
    fileName: t.string(),
    content: t.field({ type: 'Bytes', description: 'PDF, PNG, JPEG, OFD, DOCX or XLSX by its content, 10 MB at most.' }),
  }),
})

const ChangeTaken = builder.objectRef<{ readonly id: string }>('CatalogueChangeTaken').implement({
  description: 'The adjustment after the step.',
  fields: (t) => ({
    change: t.prismaField({
      type: CatalogueChange,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.catalogueChange.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleChanges(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'applyForChange',
  {
    inputFields: (t) => ({
      kind: t.field({ type: CatalogueChangeKind }),
      route: t.field({ type: CatalogueChangeRoute }),
      itemCode: t.string(),
      content: t.field({ type: ItemContentInput, required: false, description: 'The entry as it should read; not for a cancellation.' }),
      reasons: t.string(),
      legalBasis: t.string(),
      cancellingDocument: t.string({ required: false }),
      onDay: t.field({ type: 'Day' }),
      documentNo: t.string({ required: false }),
      attachment: t.field({ type: AttachmentInput, required: false }),
    }),
  },
  {
    description: '申请: apply for an adjustment of one catalogue entry.',
    authScopes: { may: 'catalogueChange.apply' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await applyForChange(context, withContent(input)) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: ChangeTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'resubmitChange',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      content: t.field({ type: ItemContentInput, required: false }),
      reasons: t.string(),
      legalBasis: t.string(),
      cancellingDocument: t.string({ required: false }),
      onDay: t.field({ type: 'Day' }),
      documentNo: t.string({ required: false }),
      attachment: t.field({ type: AttachmentInput, required: false }),
    }),
  },
  {
    description: 'Hand a returned adjustment in again, corrected.',
    authScopes: { may: 'catalogueChange.apply' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await resubmitChange(context, withContent(input)) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: ChangeTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'takeCatalogueStep',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      step: t.field({ type: OfficeStep }),
      onDay: t.field({ type: 'Day' }),
      opinion: t.string(),
      documentNo: t.string({ required: false }),
      attachment: t.field({ type: AttachmentInput, required: false }),
      effectiveOn: t.field({ type: 'Day', required: false, description: 'Publication only.' }),
    }),
  },
  {
    description: 'Take the next step of an adjustment: refer, examine, deliberate, publish, file, return or reject.',
    authScopes: { may: 'catalogueChange.handle' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await takeCatalogueStep(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: ChangeTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawChange',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), onDay: t.field({ type: 'Day' }), opinion: t.string() }) },
  {
    description: '撤回: the agency takes its application back.',
    authScopes: { may: 'catalogueChange.apply' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await takeCatalogueStep(context, { ...input, step: 'WITHDRAWAL' }) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: ChangeTaken, resolve: (taken) => taken }) }) },
)

type Content = typeof ItemContentInput.$inferInput

/** What was left out is null to the rules; they parse the rest, so a wrong unit or fee table is told beside its field. */
function withContent<T extends { readonly content?: Content | null }>({ content, ...input }: T) {
  const { feeUnit = null, feeCeiling = null, timeLimitWorkingDays = null, ...given } = content ?? ({} as Content)
  const proposed = content ? ({ ...given, feeUnit, feeCeiling, timeLimitWorkingDays } as ProposedContent) : null
  return { ...input, content: proposed }
}
