import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { entryMarkOn, listEntryMarks } from '#domain/listings/list-entry.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import type { ListEffect } from '#domain/listings/listing-rule-set.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { listEntryFacts, toListEntry } from '#services/listings/to-list-entry.ts'
import { publishedEntries, visibleEntries } from '#services/listings/visible-entries.ts'
import { builder } from '../builder.ts'
import { Party } from './party.ts'
import { ViolationSeverity, ViolationType } from './violation-type.ts'

export const ListKind = builder.enumType('ListKind', {
  values: {
    BLACKLIST: { description: '黑名单' },
    RED_LIST: { description: '红名单' },
    DISHONESTY: { description: '失信名单' },
  },
} as const)

const ListEntryMark = builder.enumType('ListEntryMark', { values: listEntryMarks })

const ListEffectType = builder.objectRef<ListEffect>('ListEffect').implement({
  description: 'Something an entry keeps its party from, with its basis.',
  fields: (t) => ({
    bars: t.string({ resolve: ({ bars }) => bars }),
    instrument: t.string({ resolve: ({ basis }) => basis.instrument }),
    clause: t.string({ resolve: ({ basis }) => basis.clause }),
    textZh: t.string({ resolve: ({ basis }) => basis.textZh }),
    textEn: t.string({ resolve: ({ basis }) => basis.textEn }),
    evidence: t.string({ resolve: ({ basis }) => basis.evidence, description: 'S policy, F law read, E excerpt, D our own default.' }),
  }),
})

export const ListEntry = builder.prismaNode('ListEntry', {
  id: { field: 'id' },
  description: '名单条目: public facts only.',
  fields: (t) => ({
    number: t.exposeString('number'),
    list: t.field({ type: ListKind, resolve: (entry) => entry.list }),
    party: t.relation('subject', { type: Party }),
    severity: t.field({ type: ViolationSeverity, nullable: true, resolve: (entry) => entry.severity }),
    violation: t.field({
      type: ViolationType,
      nullable: true,
      select: (_args, _context, nested) => ({ case: { select: { violation: nested() } } }),
      resolve: (entry) => entry.case?.violation ?? null,
    }),
    reasons: t.exposeString('reasons'),
    basis: t.exposeString('basis'),
    decisionNumber: t.string({
      nullable: true,
      select: { case: { select: { decisionNumber: true } } },
      resolve: (entry) => entry.case?.decisionNumber ?? null,
    }),
    noticeServedOn: t.field({
      type: 'Day',
      nullable: true,
      select: { case: { select: { noticeServedAt: true } } },
      resolve: (entry) => entry.case?.noticeServedAt && shanghaiDayOf(entry.case.noticeServedAt),
    }),
    defenceFiledOn: t.field({
      type: 'Day',
      nullable: true,
      select: { case: { select: { defenceFiledAt: true } } },
      resolve: (entry) => entry.case?.defenceFiledAt && shanghaiDayOf(entry.case.defenceFiledAt),
    }),
    decidedOn: t.field({ type: 'Day', resolve: (entry) => fromDbDay(entry.decidedOn) }),
    fromOn: t.field({ type: 'Day', resolve: (entry) => fromDbDay(entry.fromOn) }),
    untilOn: t.field({ type: 'Day', nullable: true, resolve: (entry) => fromDbDayOrNull(entry.untilOn) }),
    earliestRepairOn: t.field({ type: 'Day', nullable: true, resolve: (entry) => fromDbDayOrNull(entry.earliestRepairOn) }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    mark: t.field({
      type: ListEntryMark,
      description: 'What it is marked with today.',
      select: listEntryFacts,
      resolve: (entry, _args, context) => entryMarkOn(toListEntry(entry), shanghaiDayOf(context.clock.now())),
    }),
    effects: t.field({
      type: [ListEffectType],
      resolve: ({ list, ruleSetVersion }) => [...(listingRuleSets.find(({ version }) => version === ruleSetVersion)?.effects[list] ?? [])],
    }),
  }),
})

builder.queryField('listEntry', (t) =>
  t.prismaField({
    type: ListEntry,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { number }, context) => {
      const today = shanghaiDayOf(context.clock.now())
      return context.prisma.listEntry.findFirst({ ...query, where: { AND: [{ number }, visibleEntries(context.viewer, today)] } })
    },
  }),
)

const ListEntryFilter = builder.inputType('ListEntryFilter', {
  fields: (t) => ({
    list: t.field({ type: ListKind }),
    text: t.string({ required: false, description: 'Part of the name, or of the USCC.' }),
    severity: t.field({ type: ViolationSeverity, required: false }),
  }),
})

builder.queryField('listEntries', (t) =>
  t.prismaConnection({
    type: ListEntry,
    cursor: 'id',
    description: 'A public list as it stands today, latest decision first.',
    args: { filter: t.arg({ type: ListEntryFilter }) },
    authScopes: { public: true },
    totalCount: (_root, { filter }, context) =>
      context.prisma.listEntry.count({ where: entriesWhere(filter, shanghaiDayOf(context.clock.now())) }),
    resolve: (query, _root, { filter }, context) =>
      context.prisma.listEntry.findMany({
        ...query,
        where: entriesWhere(filter, shanghaiDayOf(context.clock.now())),
        orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
      }),
  }),
)

function entriesWhere({ list, text, severity }: typeof ListEntryFilter.$inferInput, today: string): Prisma.ListEntryWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const byText: Prisma.ListEntryWhereInput = {
    subject: { OR: [{ name: { contains: wanted, mode: 'insensitive' } }, { uscc: { contains: wanted.toUpperCase() } }] },
  }
  return { AND: [{ list }, publishedEntries(today), severity ? { severity } : {}, wanted === '' ? {} : byText] }
}
