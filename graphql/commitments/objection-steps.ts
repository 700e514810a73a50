import { decideBreachObjection } from '#services/commitments/decide-breach-objection.ts'
import { objectToBreach } from '#services/commitments/object-to-breach.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { BreachKind, BreachObjection, ObjectionGround } from './commitment-breach.ts'

export const ObjectionOutcome = builder.enumType('ObjectionOutcome', { values: ['UPHELD', 'REJECTED'] } as const)

builder.relayMutationField(
  'objectToBreach',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'Of the commitment.' }),
      kind: t.field({ type: BreachKind }),
      ground: t.field({ type: ObjectionGround }),
      text: t.string(),
    }),
  },
  {
    description: 'Object to a breach recorded against you.',
    authScopes: { may: 'breach.object' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await objectToBreach(context, input) }),
  },
  {
    outputFields: (t) => ({
      objection: t.prismaField({
        type: BreachObjection,
        resolve: (query, { id }, _args, { prisma }) => prisma.breachObjection.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'decideBreachObjection',
  {
    inputFields: (t) => ({ objectionId: t.string(), version: t.int(), outcome: t.field({ type: ObjectionOutcome }), reasons: t.string() }),
  },
  {
    description: 'Decide an objection with reasons; upheld, the breach is as if it had never been.',
    authScopes: { may: 'breach.decideObjection' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideBreachObjection(context, input) }),
  },
  {
    outputFields: (t) => ({
      objection: t.prismaField({
        type: BreachObjection,
        resolve: (query, { id }, _args, { prisma }) => prisma.breachObjection.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
