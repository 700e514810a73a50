import type { GivenPassword } from '#services/access/issue-one-time-password.ts'
import { builder } from '../builder.ts'
import { AdministeredAccount } from './administered-account.ts'

export const AccountChanged = builder.objectRef<GivenPassword>('AccountChanged').implement({
  description: 'An account after an administrator changed it.',
  fields: (t) => ({
    account: t.prismaField({
      type: AdministeredAccount,
      resolve: (query, { userId: id }, _args, { prisma }) => prisma.user.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    oneTimePassword: t.exposeString('oneTimePassword', {
      nullable: true,
      description: 'Null where none was given out, and on a retry: only its hash was kept.',
    }),
  }),
})
