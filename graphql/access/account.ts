import { openAccount } from '#services/access/open-account.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

builder.relayMutationField(
  'openAccount',
  {
    inputFields: (t) => ({
      name: t.string(),
      email: t.string(),
      password: t.string({ description: '10 characters or more.' }),
      areTermsAccepted: t.boolean(),
    }),
  },
  {
    description: 'Open an account that acts for nobody yet. Answers the same whether or not the address had one.',
    authScopes: { may: 'account.open' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await openAccount(context, input)
      return { isReceived: true }
    },
  },
  { outputFields: (t) => ({ isReceived: t.exposeBoolean('isReceived') }) },
)
