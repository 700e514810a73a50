import { honourLevels } from '#domain/credit/honour-parameters.ts'
import { annulHonour } from '#services/credit/annul-honour.ts'
import { recordHonour } from '#services/credit/record-honour.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const HonourLevelType = builder.enumType('HonourLevel', { values: honourLevels })

builder.relayMutationField(
  'recordHonour',
  {
    inputFields: (t) => ({
      uscc: t.string(),
      level: t.field({ type: HonourLevelType }),
      title: t.string(),
      awardedBy: t.string(),
      documentNumber: t.string(),
      awardedOn: t.field({ type: 'Day' }),
    }),
  },
  {
    description: 'Record an honour of an institution with the document that awards it.',
    authScopes: { may: 'honour.record' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await recordHonour(context, input) }),
  },
  { outputFields: (t) => ({ key: t.id({ resolve: ({ id }) => id }) }) },
)

builder.relayMutationField(
  'annulHonour',
  { inputFields: (t) => ({ key: t.string(), reason: t.string() }) },
  {
    description: 'Take an honour back that another officer recorded, with reasons.',
    authScopes: { may: 'honour.annul' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await annulHonour(context, input) }),
  },
  { outputFields: (t) => ({ key: t.id({ resolve: ({ id }) => id }) }) },
)
