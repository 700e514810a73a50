import { disableAccount, enableAccount } from '#services/access/disable-account.ts'
import { endSessions } from '#services/access/end-sessions.ts'
import { inviteMember } from '#services/access/invite-member.ts'
import { issueOneTimePassword } from '#services/access/issue-one-time-password.ts'
import type { GivenPassword } from '#services/access/issue-one-time-password.ts'
import { resetSecondFactor } from '#services/access/reset-second-factor.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { AccountChanged } from './account-changed.ts'
import { Role } from './role.ts'

builder.relayMutationField(
  'inviteMember',
  {
    inputFields: (t) => ({
      name: t.string(),
      email: t.string(),
      organisationId: t.string(),
      roles: t.field({ type: [Role] }),
    }),
  },
  {
    description: 'Opens an account for a member of an organisation, with a one-time password shown once.',
    authScopes: { may: 'account.administer' },
    errors: useCaseErrors,
    resolve: (_root, { input }, context): Promise<GivenPassword> => inviteMember(context, input),
  },
  { outputFields: (t) => ({ changed: t.field({ type: AccountChanged, resolve: (changed) => changed }) }) },
)

/** What an administrator can do to an account that needs no more than naming it. */
const steps = {
  issueOneTimePassword: { run: issueOneTimePassword, description: 'Replaces a forgotten password by a one-time password shown once.' },
  disableAccount: { run: disableAccount, description: 'Closes an account and signs it out everywhere.' },
  enableAccount: { run: enableAccount, description: 'Opens a closed account again.' },
  endSessions: { run: endSessions, description: 'Signs an account out everywhere.' },
  resetSecondFactor: { run: resetSecondFactor, description: 'Takes the second factor off and signs the account out everywhere.' },
} as const

for (const [name, { run, description }] of Object.entries(steps)) {
  builder.relayMutationField(
    name,
    { inputFields: (t) => ({ userId: t.string() }) },
    {
      description,
      authScopes: { may: 'account.administer' },
      errors: useCaseErrors,
      resolve: async (_root, { input }, context): Promise<GivenPassword> => {
        const changed = await run(context, input)
        return typeof changed === 'string' ? { userId: changed, oneTimePassword: null } : changed
      },
    },
    { outputFields: (t) => ({ changed: t.field({ type: AccountChanged, resolve: (changed) => changed }) }) },
  )
}
