import { changeRoles } from '#services/access/change-roles.ts'
import { grantMembership } from '#services/access/grant-membership.ts'
import { revokeMembership } from '#services/access/revoke-membership.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { AccountChanged } from './account-changed.ts'
import { Role } from './role.ts'

const changed = (userId: string) => ({ userId, oneTimePassword: null })

builder.relayMutationField(
  'grantMembership',
  { inputFields: (t) => ({ userId: t.string(), organisationId: t.string(), roles: t.field({ type: [Role] }) }) },
  {
    description: 'Lets an account that acts for nobody act for an organisation.',
    authScopes: { may: 'account.administer' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => changed(await grantMembership(context, input)),
  },
  { outputFields: (t) => ({ changed: t.field({ type: AccountChanged, resolve: (made) => made }) }) },
)

builder.relayMutationField(
  'changeRoles',
  {
    inputFields: (t) => ({ userId: t.string(), organisationId: t.string(), version: t.int(), roles: t.field({ type: [Role] }) }),
  },
  {
    description: 'Replaces the roles that a member holds.',
    authScopes: { may: 'account.administer' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => changed(await changeRoles(context, input)),
  },
  { outputFields: (t) => ({ changed: t.field({ type: AccountChanged, resolve: (made) => made }) }) },
)

builder.relayMutationField(
  'revokeMembership',
  { inputFields: (t) => ({ userId: t.string(), organisationId: t.string(), version: t.int() }) },
  {
    description: 'Ends a membership; the account stays and acts for nobody.',
    authScopes: { may: 'account.administer' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => changed(await revokeMembership(context, input)),
  },
  { outputFields: (t) => ({ changed: t.field({ type: AccountChanged, resolve: (made) => made }) }) },
)
