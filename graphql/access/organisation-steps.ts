import { createOrganisation } from '#services/access/create-organisation.ts'
import { updatePublicBody } from '#services/access/update-public-body.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { AdministeredOrganisation } from './administered-organisation.ts'

const PublicBodyKind = builder.enumType('PublicBodyKind', { values: ['AGENCY', 'REGULATOR', 'REFORM_OFFICE', 'PLATFORM'] } as const)

const OrganisationChanged = builder.objectRef<{ readonly id: string }>('OrganisationChanged').implement({
  description: 'The organisation after the change.',
  fields: (t) => ({
    organisation: t.prismaField({
      type: AdministeredOrganisation,
      resolve: (query, { id }, _args, { prisma }) => prisma.organisation.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.relayMutationField(
  'createPublicBody',
  {
    inputFields: (t) => ({
      kind: t.field({ type: PublicBodyKind }),
      nameZh: t.string(),
      nameEn: t.string({ required: false }),
      divisionCode: t.string(),
      agencyKindZh: t.string({ required: false }),
      superiorId: t.string({ required: false, description: 'The body above it: appeals are heard outside the chain.' }),
    }),
  },
  {
    description: 'Enters a public body. Firms come in by the register.',
    authScopes: { may: 'member.view' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await createOrganisation(context, input) }),
  },
  { outputFields: (t) => ({ changed: t.field({ type: OrganisationChanged, resolve: (changed) => changed }) }) },
)

builder.relayMutationField(
  'updatePublicBody',
  {
    inputFields: (t) => ({
      organisationId: t.string(),
      version: t.int(),
      nameZh: t.string(),
      nameEn: t.string({ required: false }),
      divisionCode: t.string(),
      agencyKindZh: t.string({ required: false }),
      superiorId: t.string({ required: false, description: 'The body above it: appeals are heard outside the chain.' }),
    }),
  },
  {
    description: 'Corrects what is known of a public body.',
    authScopes: { may: 'member.view' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await updatePublicBody(context, input) }),
  },
  { outputFields: (t) => ({ changed: t.field({ type: OrganisationChanged, resolve: (changed) => changed }) }) },
)
