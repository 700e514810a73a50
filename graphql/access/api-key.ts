import { rolesOfOrganisation } from '#domain/access/organisation-roles.ts'
import { apiKeysVisibleTo } from '#services/access/api-keys-visible-to.ts'
import { answeringMembers, issueApiKey } from '#services/access/issue-api-key.ts'
import type { IssuedApiKey } from '#services/access/issue-api-key.ts'
import { organisationsForApiKeys } from '#services/access/organisations-for-api-keys.ts'
import { revokeApiKey } from '#services/access/revoke-api-key.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Role } from './role.ts'

const ApiKey = builder.prismaNode('ApiKey', {
  id: { field: 'id' },
  fields: (t) => ({
    keyId: t.exposeString('id'),
    name: t.exposeString('name'),
    prefix: t.exposeString('prefix', { description: 'How the key begins; the rest is kept nowhere.' }),
    organisationName: t.string({ select: { organisation: { select: { nameZh: true } } }, resolve: (key) => key.organisation.nameZh }),
    roles: t.field({ type: [Role], resolve: (key) => key.roles }),
    responsibleName: t.string({
      nullable: true,
      description: 'The officer who answers for it; without one it may only check.',
      resolve: async ({ responsibleUserId }, _args, { prisma }) =>
        responsibleUserId === null
          ? null
          : ((await prisma.user.findUnique({ where: { id: responsibleUserId }, select: { name: true } }))?.name ?? null),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'Precise to a minute.' }),
  }),
})

builder.queryField('apiKeys', (t) =>
  t.prismaConnection({
    type: ApiKey,
    cursor: 'id',
    authScopes: { may: 'apiKey.view' },
    resolve: (query, _root, _args, context) =>
      context.prisma.apiKey.findMany({ ...query, where: apiKeysVisibleTo(context.viewer), orderBy: { id: 'desc' } }),
  }),
)

const AnsweringOfficer = builder.objectRef<{ readonly id: string; readonly name: string }>('AnsweringOfficer').implement({
  fields: (t) => ({ userId: t.exposeString('id'), name: t.exposeString('name') }),
})

const ApiKeyHolder = builder.prismaObject('Organisation', {
  variant: 'ApiKeyHolder',
  description: 'An organisation for which the viewer may issue keys, and the roles they can hold.',
  fields: (t) => ({
    organisationId: t.exposeString('id'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    officers: t.field({
      type: [AnsweringOfficer],
      description: 'Who can answer for a key: those who may file and accept themselves.',
      select: {
        memberships: {
          where: answeringMembers,
          orderBy: { user: { name: 'asc' } },
          select: { user: { select: { id: true, name: true } } },
        },
      },
      resolve: ({ memberships }) => memberships.map(({ user }) => user),
    }),
    roles: t.field({ type: [Role], select: { kind: true }, resolve: ({ kind }) => [...rolesOfOrganisation[kind]] }),
  }),
})

builder.queryField('apiKeyHolders', (t) =>
  t.prismaConnection({
    type: ApiKeyHolder,
    cursor: 'id',
    authScopes: { may: 'apiKey.issue' },
    resolve: (query, _root, _args, context) =>
      context.prisma.organisation.findMany({ ...query, where: organisationsForApiKeys(context.viewer), orderBy: { nameZh: 'asc' } }),
  }),
)

builder.relayMutationField(
  'issueApiKey',
  {
    inputFields: (t) => ({
      name: t.string(),
      organisationId: t.string(),
      roles: t.field({ type: [Role] }),
      responsibleUserId: t.string({ required: false }),
      expiresOn: t.field({ type: 'Day' }),
    }),
  },
  {
    description: "A key for an organisation's own system, shown once.",
    authScopes: { may: 'apiKey.issue' },
    errors: useCaseErrors,
    resolve: (_root, { input }, context): Promise<IssuedApiKey> => issueApiKey(context, input),
  },
  {
    outputFields: (t) => ({
      key: t.string({ nullable: true, description: 'Null on a retry: only its hash was kept.', resolve: ({ key }) => key }),
      apiKey: t.prismaField({
        type: ApiKey,
        resolve: (query, { id }, _args, context) => context.prisma.apiKey.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'revokeApiKey',
  { inputFields: (t) => ({ id: t.string() }) },
  {
    description: 'Ends a key at once.',
    authScopes: { may: 'apiKey.revoke' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await revokeApiKey(context, input) }),
  },
  {
    outputFields: (t) => ({
      apiKey: t.prismaField({
        type: ApiKey,
        resolve: (query, { id }, _args, context) => context.prisma.apiKey.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
