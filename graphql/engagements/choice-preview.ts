import { previewChoice } from '#services/engagements/preview-choice.ts'
import type { ChoicePreview } from '#services/engagements/preview-choice.ts'
import { builder } from '../builder.ts'

const ChoiceDivision = builder.prismaObject('Division', {
  variant: 'ChoiceDivision',
  fields: (t) => ({ code: t.exposeString('code'), nameZh: t.exposeString('nameZh'), nameEn: t.exposeString('nameEn') }),
})

const ChoicePreviewType = builder.objectRef<ChoicePreview>('ChoicePreview').implement({
  description: 'What you confirm by a choice of today, or why it would be refused.',
  fields: (t) => ({
    uscc: t.exposeString('uscc'),
    intermediaryName: t.exposeString('intermediaryName'),
    grade: t.string({ resolve: ({ grade }) => grade }),
    serviceItemCode: t.exposeString('serviceItemCode'),
    serviceItemNameZh: t.string({ resolve: async (one, _a, { prisma }) => (await itemOf(prisma, one)).nameZh }),
    serviceItemNameEn: t.string({ resolve: async (one, _a, { prisma }) => (await itemOf(prisma, one)).nameEn }),
    feeFen: t.int({ nullable: true, resolve: ({ offering }) => offering?.feeFen ?? null }),
    promisedWorkingDays: t.int({ nullable: true, resolve: ({ offering }) => offering?.promisedWorkingDays ?? null }),
    offeringVersion: t.int({ nullable: true, resolve: ({ offering }) => offering?.version ?? null }),
    deliverDueOn: t.field({ type: 'Day', nullable: true, resolve: (preview) => preview.deliverDueOn }),
    qualificationName: t.exposeString('qualificationName', { nullable: true }),
    divisions: t.prismaField({
      type: [ChoiceDivision],
      resolve: (query, { divisionCodes }, _args, { prisma }) =>
        prisma.division.findMany({ ...query, where: { code: { in: [...divisionCodes] } }, orderBy: { code: 'asc' } }),
    }),
    refusal: t.string({
      nullable: true,
      description: 'Code of the reason; null: may be chosen.',
      resolve: ({ refusal }) => refusal?.code ?? null,
    }),
    refusalFacts: t.field({ type: 'JSON', resolve: ({ refusal }) => refusal ?? {} }),
  }),
})

const itemOf = (prisma: Parameters<typeof previewChoice>[0]['prisma'], { serviceItemCode }: ChoicePreview) =>
  prisma.serviceItem.findUniqueOrThrow({ where: { code: serviceItemCode } })

builder.queryField('choicePreview', (t) =>
  t.field({
    type: ChoicePreviewType,
    nullable: true,
    args: { uscc: t.arg.string(), serviceItemCode: t.arg.string() },
    authScopes: { may: 'engagement.choose' },
    resolve: (_root, args, context) => previewChoice(context, args),
  }),
)
