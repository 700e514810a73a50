import { z } from 'zod'
import { isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { listEntryMarks, MOST_COUNTED } from '#domain/listings/list-entry.ts'
import { listKinds, severities } from '#domain/listings/list-kind.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { parseInput } from '#services/kernel/parse-input.ts'
import { entriesWhere } from '#services/listings/find-entries.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'
import { ListEntry, ListEntryMark, ListKind } from './list-entry.ts'
import { ViolationSeverity } from './violation-type.ts'

const day = z.string().refine(isCalendarDay, 'DAY_INVALID').nullish()

/** Limits against filters that cost more than a person can mean. */
const entryFilter = z.object({
  list: z.enum(listKinds).nullish(),
  text: z.string().max(100).nullish(),
  severity: z.enum(severities).nullish(),
  divisionCode: z.string().max(20).nullish(),
  serviceItemCode: z.string().max(40).nullish(),
  decidedFromOn: day,
  decidedUntilOn: day,
  mark: z.enum(listEntryMarks).nullish(),
})

const ListEntryFilter = builder.inputType('ListEntryFilter', {
  fields: (t) => ({
    list: t.field({ type: ListKind, required: false, description: 'Left out: all lists.' }),
    text: t.string({ required: false, description: 'Part of the name, or of the USCC.' }),
    severity: t.field({ type: ViolationSeverity, required: false }),
    divisionCode: t.string({ required: false, description: "The party's, with those below it." }),
    serviceItemCode: t.string({ required: false, description: 'An item that the party offers.' }),
    decidedFromOn: t.field({ type: 'Day', required: false }),
    decidedUntilOn: t.field({ type: 'Day', required: false }),
    mark: t.field({
      type: ListEntryMark,
      required: false,
      description: 'Left out: what is public today, under appeal or not. Ended ones are shown to officials, and their own to parties.',
    }),
  }),
})

const whereOf = (filter: typeof ListEntryFilter.$inferInput, { viewer, clock }: GraphqlContext) =>
  entriesWhere(parseInput(entryFilter, filter), viewer, shanghaiDayOf(clock.now()))

/** By the day of the decision, from which an entry takes effect. */
const latestFirst: Prisma.ListEntryOrderByWithRelationInput[] = [{ fromOn: 'desc' }, { id: 'desc' }]

builder.queryField('listEntries', (t) =>
  t.prismaConnection({
    type: ListEntry,
    cursor: 'id',
    description: 'The public lists as they stand today, latest decision first. Counted up to 1,000; 1,001 are more.',
    args: { filter: t.arg({ type: ListEntryFilter }) },
    authScopes: { public: true },
    // In the order of the page, so that one index gives both, and the count ends where it has enough.
    totalCount: (_root, { filter }, context) =>
      context.prisma.listEntry.count({ where: whereOf(filter, context), orderBy: latestFirst, take: MOST_COUNTED + 1 }),
    resolve: (query, _root, { filter }, context) =>
      context.prisma.listEntry.findMany({ ...query, where: whereOf(filter, context), orderBy: latestFirst }),
  }),
)
