import { builder } from '../builder.ts'

export const ViolationSeverity = builder.enumType('ViolationSeverity', { values: ['MINOR', 'GENERAL', 'SERIOUS'] } as const)

export const ViolationType = builder.prismaObject('ViolationType', {
  description: '违规行为清单: one entry of the violation catalogue.',
  fields: (t) => ({
    code: t.exposeString('code'),
    category: t.exposeString('category'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    severity: t.field({ type: ViolationSeverity, resolve: (violation) => violation.severity }),
    appliesTo: t.exposeString('appliesTo', { description: 'ORGANISATION, PRACTITIONER or BOTH.' }),
    suggestedPoints: t.exposeInt('suggestedPoints', { description: 'Our own default, not law.' }),
    basis: t.exposeString('basis'),
  }),
})

builder.queryField('violationTypes', (t) =>
  t.prismaField({
    type: [ViolationType],
    description: 'The violation catalogue, whole.',
    authScopes: { may: 'violation.report' },
    resolve: (query, _root, _args, context) => context.prisma.violationType.findMany({ ...query, orderBy: { code: 'asc' } }),
  }),
)
