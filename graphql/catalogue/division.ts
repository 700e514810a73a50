import { builder } from '../builder.ts'

export const Division = builder.prismaObject('Division', {
  fields: (t) => ({
    code: t.exposeString('code', { description: 'GB/T 2260, or a local code of a zone.' }),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    kind: t.exposeString('kind'),
    parentCode: t.exposeString('parentCode', { nullable: true }),
  }),
})

builder.queryField('divisions', (t) =>
  t.prismaField({
    type: [Division],
    description: 'All divisions, or those directly below one.',
    args: { parentCode: t.arg.string({ required: false }) },
    authScopes: { public: true },
    resolve: (query, _root, { parentCode }, context) =>
      context.prisma.division.findMany({ ...query, where: parentCode ? { parentCode } : {}, orderBy: { code: 'asc' } }),
  }),
)
