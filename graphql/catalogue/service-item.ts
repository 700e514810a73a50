import { feeUnits } from '#domain/catalogue/fee-schedule.ts'
import { divisionLines } from '#services/catalogue/division-lines.ts'
import { builder } from '../builder.ts'
import { describeStored, FeeScheduleType, FeeUnit } from './fee-schedule.ts'
import { feeSpreadIn, feeSpreadOf, FeeSpreadType } from './fee-spread.ts'

export const FeeBasis = builder.enumType('FeeBasis', {
  values: {
    GOVERNMENT_SET: { description: '政府定价' },
    GOVERNMENT_GUIDED: { description: '政府指导价' },
    MARKET: { description: '市场调节价' },
  },
} as const)

export const SelfPreparation = builder.enumType('SelfPreparation', {
  description: 'Whether applicants may prepare the deliverable themselves.',
  values: ['YES', 'NO', 'UNKNOWN'],
} as const)

export const ServiceItemStatus = builder.enumType('ServiceItemStatus', {
  values: { RETAINED: { description: '保留' }, CANCELLED: { description: '取消: nobody may demand it.' } },
} as const)

export const ServiceItem = builder.prismaObject('ServiceItem', {
  description: '中介服务事项: an entry of the catalogue.',
  fields: (t) => ({
    code: t.exposeString('code'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    approvalItemZh: t.exposeString('approvalItemZh', { description: 'The approval it serves.' }),
    approvalItemEn: t.exposeString('approvalItemEn'),
    approvingAgencyZh: t.exposeString('approvingAgencyZh'),
    legalBasis: t.exposeString('legalBasis'),
    isLegalBasisVerified: t.exposeBoolean('isLegalBasisVerified', {
      description: 'The cited text was read and demands this service; only then may it back an acceptance condition.',
    }),
    basisNote: t.exposeString('basisNote'),
    evidence: t.exposeString('evidence', { description: 'F text read, E excerpt read, B not confirmed: of legal basis and status only.' }),
    source: t.exposeString('source'),
    backgroundFields: t.exposeStringList('backgroundFields', { description: 'Columns that are background knowledge, not confirmed.' }),
    qualificationZh: t.exposeString('qualificationZh'),
    isQualificationRequired: t.exposeBoolean('isQualificationRequired'),
    feeBasis: t.field({ type: FeeBasis, resolve: (item) => item.feeBasis }),
    feeNote: t.exposeString('feeNote'),
    feeUnit: t.field({
      type: FeeUnit,
      nullable: true,
      description: 'What fees may be counted in; null: fixed fees only.',
      resolve: ({ feeUnit }) => feeUnits.find((unit) => unit === feeUnit) ?? null,
    }),
    referenceSize: t.exposeInt('referenceSize', { description: 'The size at which offerings are compared, our own default.' }),
    feeCeiling: t.field({
      type: FeeScheduleType,
      nullable: true,
      description: "The government's ceiling; null where none is known.",
      resolve: ({ feeCeiling }) => (feeCeiling === null ? null : describeStored(feeCeiling)),
    }),
    deliverableZh: t.exposeString('deliverableZh'),
    selfPreparation: t.field({ type: SelfPreparation, resolve: (item) => item.selfPreparation }),
    status: t.field({ type: ServiceItemStatus, resolve: (item) => item.status }),
    cancelledBy: t.exposeString('cancelledBy', { nullable: true, description: 'The instrument that cancelled it.' }),
    isZoneAreaAssessed: t.exposeBoolean('isZoneAreaAssessed', {
      description: 'Inside development zones it is assessed for the whole area; single projects are not assessed again.',
    }),
    offerCount: t.relationCount('offerings', { where: { isWithdrawn: false, intermediary: { status: 'LISTED' } } }),
    feeSpread: t.field({
      type: FeeSpreadType,
      nullable: true,
      args: { divisionCode: t.arg.string({ required: false, description: 'Where the project is; anywhere when left out.' }) },
      select: { code: true },
      resolve: async ({ code }, { divisionCode }, context) => {
        if (!divisionCode) return (await feeSpreadOf(context, code)) ?? null
        const lines = await divisionLines(context.prisma, [divisionCode])
        return feeSpreadIn(context.prisma, code, lines.get(divisionCode) ?? [])
      },
    }),
    demandedBy: t.relation('materials', {
      description: 'The materials of approval items that this service delivers.',
      query: { orderBy: [{ approvalItemCode: 'asc' }, { seq: 'asc' }] },
    }),
  }),
})

builder.queryField('serviceItems', (t) =>
  t.prismaField({
    type: [ServiceItem],
    description: 'The catalogue, whole.',
    args: { status: t.arg({ type: ServiceItemStatus, required: false }) },
    authScopes: { public: true },
    resolve: (query, _root, { status }, context) =>
      context.prisma.serviceItem.findMany({ ...query, where: status ? { status } : {}, orderBy: { code: 'asc' } }),
  }),
)

builder.queryField('serviceItem', (t) =>
  t.prismaField({
    type: ServiceItem,
    nullable: true,
    args: { code: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { code }, context) => context.prisma.serviceItem.findUnique({ ...query, where: { code } }),
  }),
)
