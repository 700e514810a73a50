import type { Prisma } from '#prisma/generated/client.ts'
import { NotFoundError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { AdministeredOrganisation } from './administered-organisation.ts'
import { isUuid } from '../kernel/is-uuid.ts'
import { Role } from './role.ts'

const AdministeredMembership = builder.prismaObject('Membership', {
  variant: 'AdministeredMembership',
  description: 'In whose name an account acts, and as what.',
  fields: (t) => ({
    organisation: t.relation('organisation', { type: AdministeredOrganisation }),
    roles: t.field({ type: [Role], select: { roles: true }, resolve: ({ roles }) => roles }),
    version: t.exposeInt('version'),
  }),
})

export const AdministeredAccount = builder.prismaObject('User', {
  variant: 'AdministeredAccount',
  description: 'An account as administrators see it: never what it did, that is for auditors.',
  fields: (t) => ({
    userId: t.exposeString('id'),
    name: t.exposeString('name'),
    email: t.exposeString('email'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    isConfirmed: t.boolean({
      description: 'False for an account that somebody opened unasked and whose owner nobody has met.',
      select: { emailVerified: true },
      resolve: ({ emailVerified }) => emailVerified,
    }),
    disabledAt: t.expose('disabledAt', { type: 'DateTime', nullable: true }),
    oneTimePasswordUntil: t.expose('oneTimePasswordUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the one-time password works; null once the owner has chosen a password.',
    }),
    hasSecondFactor: t.boolean({ select: { twoFactorEnabled: true }, resolve: ({ twoFactorEnabled }) => twoFactorEnabled === true }),
    sessionCount: t.relationCount('sessions', { description: 'Browsers in which it is signed in.' }),
    lastSignInAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Of the sign-ins that still hold.',
      select: { sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 } },
      resolve: ({ sessions }) => sessions[0]?.createdAt ?? null,
    }),
    memberships: t.relation('memberships', {
      type: AdministeredMembership,
      description: 'One at most counts: the first. None for a natural person and for an account that acts for nobody.',
      query: { orderBy: { createdAt: 'asc' } },
    }),
    isNaturalPerson: t.boolean({ select: { subjectId: true }, resolve: ({ subjectId }) => subjectId !== null }),
  }),
})

const AccountFilter = builder.inputType('AccountFilter', {
  fields: (t) => ({
    text: t.string({ required: false, description: 'Part of the name or the e-mail address.' }),
    organisationId: t.string({ required: false }),
    isDisabled: t.boolean({ required: false }),
  }),
})

builder.queryField('administeredAccounts', (t) =>
  t.prismaConnection({
    type: AdministeredAccount,
    cursor: 'id',
    args: { filter: t.arg({ type: AccountFilter, required: false }) },
    authScopes: { may: 'member.view' },
    totalCount: (_root, { filter }, { prisma }) => prisma.user.count({ where: accountsWhere(filter ?? {}) }),
    resolve: (query, _root, { filter }, { prisma }) =>
      prisma.user.findMany({ ...query, where: accountsWhere(filter ?? {}), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
)

builder.queryField('administeredAccount', (t) =>
  t.prismaField({
    type: AdministeredAccount,
    args: { userId: t.arg.string() },
    authScopes: { may: 'member.view' },
    resolve: async (query, _root, { userId }, { prisma }) => {
      const account = isUuid(userId) ? await prisma.user.findUnique({ ...query, where: { id: userId } }) : null
      if (!account) throw new NotFoundError('User')
      return account
    },
  }),
)

function accountsWhere({
  text,
  organisationId,
  isDisabled,
}: {
  readonly text?: string | null
  readonly organisationId?: string | null
  readonly isDisabled?: boolean | null
}): Prisma.UserWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const matches = { contains: wanted, mode: 'insensitive' } as const
  return {
    AND: [
      wanted === '' ? {} : { OR: [{ name: matches }, { email: matches }] },
      organisationId == null ? {} : isUuid(organisationId) ? { memberships: { some: { organisationId } } } : { id: { in: [] } },
      isDisabled == null ? {} : { disabledAt: isDisabled ? { not: null } : null },
    ],
  }
}
