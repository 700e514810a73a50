import type { OpeningFault } from '#domain/selection/opening-transcript.ts'
import { checkStoredOpening } from '#services/selection/check-stored-opening.ts'
import type { OpeningCheck } from '#services/selection/check-stored-opening.ts'
import { builder } from '../builder.ts'

const OpeningFaultCode = builder.enumType('OpeningFaultCode', {
  values: ['KEY_MISMATCH', 'HASH_MISMATCH', 'HASH_TWICE', 'CONTENT_MISMATCH', 'OPENED_EARLY'] as const,
})

const OpeningFaultType = builder.objectRef<OpeningFault>('OpeningFault').implement({
  description: 'Where the record of an opening is not true to its ciphertexts.',
  fields: (t) => ({ code: t.expose('code', { type: OpeningFaultCode }), of: t.exposeString('of') }),
})

const OpeningCheckType = builder.objectRef<OpeningCheck>('OpeningCheck').implement({
  description: 'Every quote opened again and compared with the record.',
  fields: (t) => ({
    quoteCount: t.exposeInt('quoteCount'),
    faults: t.field({ type: [OpeningFaultType], description: 'None: the record is true.', resolve: ({ faults }) => [...faults] }),
  }),
})

builder.queryField('openingCheck', (t) =>
  t.field({
    type: OpeningCheckType,
    nullable: true,
    description: 'The check of an opening, by the server. Anyone can do the same with the transcript and the age tools.',
    args: { selectionNumber: t.arg.string() },
    authScopes: { public: true },
    // Opening is dear: a hundred of them are no list.
    complexity: 100,
    resolve: (_root, { selectionNumber }, context) => checkStoredOpening(context, selectionNumber),
  }),
)
