import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { entryCourseKinds } from '#domain/listings/entry-course.ts'
import type { EntryCourseLine } from '#domain/listings/entry-course.ts'
import { entryMarkOn, listEntryMarks } from '#domain/listings/list-entry.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import type { ListEffect } from '#domain/listings/listing-rule-set.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { entryCourseFacts, entryCourseOf } from '#services/listings/entry-course-of.ts'
import { listEntryFacts, toListEntry } from '#services/listings/to-list-entry.ts'
import { visibleEntries } from '#services/listings/visible-entries.ts'
import { builder } from '../builder.ts'
import { Division } from '../catalogue/division.ts'
import { ListBenefitType } from './list-benefit.ts'
import { Party } from './party.ts'
import { ViolationSeverity, ViolationType } from './violation-type.ts'

export const ListKind = builder.enumType('ListKind', {
  values: {
    BLACKLIST: { description: '黑名单' },
    RED_LIST: { description: '红名单' },
    DISHONESTY: { description: '失信名单' },
  },
} as const)

export const ListEntryMark = builder.enumType('ListEntryMark', { values: listEntryMarks })

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

const EntryCourseKind = builder.enumType('EntryCourseKind', { values: entryCourseKinds })

const EntryCourseLineType = builder.objectRef<EntryCourseLine>('EntryCourseLine').implement({
  description: 'One thing that happened to an entry, or lies ahead: public facts only.',
  fields: (t) => ({
    kind: t.field({ type: EntryCourseKind, resolve: ({ kind }) => kind }),
    on: t.field({ type: 'Day', resolve: ({ on }) => on }),
    isAhead: t.exposeBoolean('isAhead'),
  }),
})

const rulesOf = (ruleSetVersion: string) => listingRuleSets.find(({ version }) => version === ruleSetVersion)

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
      select: { case: { select: { decisionNumber: true } }, nomination: { select: { decisionNumber: true } } },
      resolve: (entry) => entry.case?.decisionNumber ?? entry.nomination?.decisionNumber ?? null,
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
    division: t.field({
      type: Division,
      nullable: true,
      description: "The party's.",
      select: (_args, _context, nested) => ({ subject: { select: { division: nested() } } }),
      resolve: ({ subject }) => subject.division,
    }),
    endedOn: t.field({ type: 'Day', nullable: true, resolve: ({ endedAt }) => endedAt && shanghaiDayOf(endedAt) }),
    delistingNumber: t.exposeString('delistingNumber', { nullable: true, description: '移出决定书' }),
    course: t.field({
      type: [EntryCourseLineType],
      description: 'What happened and what lies ahead, the first thing first.',
      select: entryCourseFacts,
      resolve: (entry, _args, { clock }) => [...entryCourseOf(entry, shanghaiDayOf(clock.now()))],
    }),
    effects: t.field({
      type: [ListEffectType],
      resolve: ({ list, ruleSetVersion }) => [...(rulesOf(ruleSetVersion)?.effects[list] ?? [])],
    }),
    benefits: t.field({
      type: [ListBenefitType],
      resolve: ({ list, ruleSetVersion }) => [...(rulesOf(ruleSetVersion)?.benefits[list] ?? [])],
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
