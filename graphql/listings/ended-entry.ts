import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ListEntryMark as Mark } from '#domain/listings/list-entry.ts'
import type { ListKind as Kind } from '#domain/listings/list-kind.ts'
import { findEndedEntries } from '#services/listings/find-ended-entries.ts'
import { builder } from '../builder.ts'
import { ListEntryMark, ListKind } from './list-entry.ts'

const EndedEntry = builder
  .objectRef<{
    readonly number: string
    readonly list: Kind
    readonly mark: Mark
    readonly endedOn: string
    readonly delistingNumber: string | null
  }>('EndedEntry')
  .implement({
    description: 'That an entry of this number has ended, and how. Whom it was about is public no more.',
    fields: (t) => ({
      number: t.exposeString('number'),
      list: t.field({ type: ListKind, resolve: ({ list }) => list }),
      mark: t.field({ type: ListEntryMark, resolve: ({ mark }) => mark }),
      endedOn: t.field({ type: 'Day', description: 'The first day without it.', resolve: ({ endedOn }) => endedOn }),
      delistingNumber: t.exposeString('delistingNumber', { nullable: true }),
    }),
  })

builder.queryField('endedEntry', (t) =>
  t.field({
    type: EndedEntry,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: async (_root, { number }, { prisma, clock }) =>
      (await findEndedEntries(prisma, { number }, shanghaiDayOf(clock.now())))[0] ?? null,
  }),
)

builder.queryField('endedEntries', (t) =>
  t.field({
    type: [EndedEntry],
    description: 'Entries that left the public lists in the last 30 days, the last one first; at most 100.',
    args: { list: t.arg({ type: ListKind, required: false }) },
    authScopes: { public: true },
    resolve: async (_root, { list }, { prisma, clock }) => [
      ...(await findEndedEntries(prisma, list ? { list } : {}, shanghaiDayOf(clock.now()), 30)),
    ],
  }),
)
