import { rolesOfOrganisation } from '#domain/access/organisation-roles.ts'
import type { OrganisationKind as Kind } from '#domain/access/organisation-roles.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { NotFoundError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { isUuid } from '../kernel/is-uuid.ts'
import { Role } from './role.ts'

export const OrganisationKind = builder.enumType('OrganisationKind', {
  values: {
    ENTERPRISE: { description: '企业、社会组织等申请人' },
    INTERMEDIARY: { description: '中介服务机构' },
    AGENCY: { description: '审批部门' },
    REGULATOR: { description: '监管部门' },
    REFORM_OFFICE: { description: '政务服务改革管理办公室' },
    PLATFORM: { description: '平台运营' },
  },
} as const)

export const AdministeredOrganisation = builder.prismaObject('Organisation', {
  variant: 'AdministeredOrganisation',
  description: '单位 as administrators see it.',
  fields: (t) => ({
    organisationId: t.exposeString('id'),
    kind: t.field({ type: OrganisationKind, select: { kind: true }, resolve: ({ kind }) => kind }),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    division: t.relation('division'),
    agencyKindZh: t.exposeString('agencyKindZh', {
      nullable: true,
      description: 'In the words of the catalogue; several with 、 between.',
    }),
    superiorId: t.exposeString('superiorId', { nullable: true, description: 'The body above it.' }),
    version: t.exposeInt('version'),
    isInRegister: t.boolean({
      description: 'A firm: its name and division are the register’s, not an administrator’s.',
      select: { subjectId: true },
      resolve: ({ subjectId }) => subjectId !== null,
    }),
    roles: t.field({
      type: [Role],
      description: 'Those that its members can hold.',
      select: { kind: true },
      resolve: ({ kind }) => [...rolesOfOrganisation[kind]],
    }),
    memberCount: t.relationCount('memberships'),
  }),
})

const OrganisationFilter = builder.inputType('OrganisationFilter', {
  fields: (t) => ({
    text: t.string({ required: false, description: 'Part of the Chinese or English name.' }),
    kinds: t.field({ type: [OrganisationKind], required: false, description: 'Left out: every kind.' }),
  }),
})

builder.queryField('administeredOrganisations', (t) =>
  t.prismaConnection({
    type: AdministeredOrganisation,
    cursor: 'id',
    args: { filter: t.arg({ type: OrganisationFilter, required: false }) },
    authScopes: { may: 'member.view' },
    totalCount: (_root, { filter }, { prisma }) => prisma.organisation.count({ where: organisationsWhere(filter ?? {}) }),
    resolve: (query, _root, { filter }, { prisma }) =>
      prisma.organisation.findMany({ ...query, where: organisationsWhere(filter ?? {}), orderBy: [{ nameZh: 'asc' }, { id: 'asc' }] }),
  }),
)

builder.queryField('administeredOrganisation', (t) =>
  t.prismaField({
    type: AdministeredOrganisation,
    args: { organisationId: t.arg.string() },
    authScopes: { may: 'member.view' },
    resolve: async (query, _root, { organisationId: id }, { prisma }) => {
      const organisation = isUuid(id) ? await prisma.organisation.findUnique({ ...query, where: { id } }) : null
      if (!organisation) throw new NotFoundError('Organisation')
      return organisation
    },
  }),
)

builder.queryField('publicBodies', (t) =>
  t.prismaField({
    type: [AdministeredOrganisation],
    description: 'Every public body, by name: what can stand above another.',
    authScopes: { may: 'member.view' },
    resolve: (query, _root, _args, { prisma }) =>
      prisma.organisation.findMany({
        ...query,
        where: { kind: { notIn: ['ENTERPRISE', 'INTERMEDIARY'] } },
        orderBy: [{ nameZh: 'asc' }, { id: 'asc' }],
        take: 500,
      }),
  }),
)

builder.queryField('agencyKinds', (t) =>
  t.stringList({
    description: 'The kinds of approving agency that the catalogue names, in its words.',
    authScopes: { may: 'member.view' },
    resolve: async (_root, _args, { prisma }) => {
      const items = await prisma.serviceItem.findMany({ distinct: ['approvingAgencyZh'], select: { approvingAgencyZh: true } })
      return items.map(({ approvingAgencyZh }) => approvingAgencyZh).sort()
    },
  }),
)

function organisationsWhere({
  text,
  kinds,
}: {
  readonly text?: string | null
  readonly kinds?: readonly Kind[] | null
}): Prisma.OrganisationWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const matches = { contains: wanted, mode: 'insensitive' } as const
  return {
    AND: [wanted === '' ? {} : { OR: [{ nameZh: matches }, { nameEn: matches }] }, kinds == null ? {} : { kind: { in: [...kinds] } }],
  }
}
