import { describeFee } from '#domain/catalogue/describe-fee.ts'
import { previewChoice } from '#services/engagements/preview-choice.ts'
import type { ChoicePreview } from '#services/engagements/preview-choice.ts'
import { builder } from '../builder.ts'
import { FeeScheduleType, FeeUnit } from '../catalogue/fee-schedule.ts'
import { OfferRefusal } from '../intermediaries/offering.ts'

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
    feeSchedule: t.field({
      type: FeeScheduleType,
      nullable: true,
      resolve: ({ offering }) => (offering ? describeFee(offering.feeSchedule) : null),
    }),
    sizeUnit: t.field({
      type: FeeUnit,
      nullable: true,
      description: 'What the fee or its ceiling is counted in: give the size. Null: no size is asked.',
      resolve: ({ sizeUnit }) => sizeUnit,
    }),
    size: t.float({ nullable: true, description: 'Reckoned with.', resolve: ({ fee }) => fee?.size ?? null }),
    feeFen: t.int({
      nullable: true,
      description: 'For the size given; null while a size is wanted.',
      resolve: ({ fee }) => fee?.feeFen ?? null,
    }),
    sizeProblem: t.field({
      type: OfferRefusal,
      nullable: true,
      description: 'What is wrong with the size given.',
      resolve: ({ sizeProblem }) => sizeProblem && { ...sizeProblem },
    }),
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
    args: { uscc: t.arg.string(), serviceItemCode: t.arg.string(), size: t.arg.float({ required: false }) },
    authScopes: { may: 'engagement.choose' },
    resolve: (_root, args, context) => previewChoice(context, args),
  }),
)
