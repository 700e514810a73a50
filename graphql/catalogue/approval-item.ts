import { builder } from '../builder.ts'

const ApprovalItemKind = builder.enumType('ApprovalItemKind', {
  values: { IMMEDIATE: { description: '即办件' }, COMMITTED: { description: '承诺件' } },
} as const)

export const Material = builder.prismaObject('Material', {
  description: '申报材料 of an approval item.',
  fields: (t) => ({
    key: t.exposeID('id'),
    seq: t.exposeInt('seq'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    isEssential: t.exposeBoolean('isEssential', { description: '主要材料: without it there is no tolerance.' }),
    isIdentityMatter: t.exposeBoolean('isIdentityMatter', { description: "Concerns the applicant's identity or personal relations." }),
    note: t.exposeString('note'),
    evidence: t.exposeString('evidence', { description: 'Of the mark essential or not: F, E, B, or D for our own default.' }),
    serviceItem: t.relation('serviceItem', { nullable: true, description: 'The intermediary service that delivers it.' }),
    approvalItem: t.relation('approvalItem'),
  }),
})

export const ApprovalItem = builder.prismaObject('ApprovalItem', {
  description: '审批事项',
  fields: (t) => ({
    code: t.exposeString('code'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    agencyZh: t.exposeString('agencyZh'),
    kind: t.field({ type: ApprovalItemKind, resolve: (item) => item.kind }),
    promisedWorkingDays: t.exposeInt('promisedWorkingDays', { description: '0: the same day.' }),
    legalBasis: t.exposeString('legalBasis'),
    daysNote: t.exposeString('daysNote'),
    source: t.exposeString('source'),
    evidence: t.exposeString('evidence'),
    isExcludedFromHandling: t.exposeBoolean('isExcludedFromHandling', {
      description: 'No 容缺办理: a sensitive field, by our own reading.',
    }),
    exclusionField: t.exposeString('exclusionField', { nullable: true }),
    exclusionReason: t.exposeString('exclusionReason', { nullable: true }),
    materials: t.relation('materials', { query: { orderBy: { seq: 'asc' } } }),
    materialCount: t.relationCount('materials'),
    deferrableCount: t.relationCount('materials', { where: { isEssential: false } }),
  }),
})

builder.queryField('approvalItems', (t) =>
  t.prismaField({
    type: [ApprovalItem],
    description: 'All approval items with a guide.',
    authScopes: { public: true },
    resolve: (query, _root, _args, context) => context.prisma.approvalItem.findMany({ ...query, orderBy: { code: 'asc' } }),
  }),
)

builder.queryField('approvalItem', (t) =>
  t.prismaField({
    type: ApprovalItem,
    nullable: true,
    args: { code: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { code }, context) => context.prisma.approvalItem.findUnique({ ...query, where: { code } }),
  }),
)
