import { builder } from '../builder.ts'

const ApprovingAgency = builder.prismaObject('Organisation', {
  variant: 'ApprovingAgency',
  description: '审批部门, to be named in a declaration of ties.',
  fields: (t) => ({
    organisationId: t.exposeString('id'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
  }),
})

builder.queryField('approvingAgencies', (t) =>
  t.prismaField({
    type: [ApprovingAgency],
    description: 'The approving agencies of the city; at most 500.',
    authScopes: { may: 'entry.start' },
    resolve: (query, _root, _args, { prisma }) =>
      prisma.organisation.findMany({ ...query, where: { kind: 'AGENCY' }, orderBy: [{ nameZh: 'asc' }, { id: 'asc' }], take: 500 }),
  }),
)
