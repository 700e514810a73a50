import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { repairConditions } from '#domain/remedies/credit-repair.ts'
import type { ConditionState, RepairReadiness } from '#domain/remedies/repair-readiness.ts'
import { repairReadiness } from '#domain/remedies/repair-readiness.ts'
import { repairableEntry, repairableFacts } from '#services/remedies/repairable-entry.ts'
import { builder } from '../builder.ts'
import { ListEntry } from '../listings/list-entry.ts'

const RepairCondition = builder.enumType('RepairCondition', { values: repairConditions })
const ConditionStateEnum = builder.enumType('RepairConditionState', {
  values: {
    MET: {},
    BY_TIME: { description: 'Comes by itself on `fromOn`.' },
    BY_PARTY: { description: 'Shown with the application.' },
  },
} as const)

const ConditionType = builder.objectRef<ConditionState>('RepairConditionFinding').implement({
  fields: (t) => ({
    condition: t.field({ type: RepairCondition, resolve: ({ condition }) => condition }),
    state: t.field({ type: ConditionStateEnum, resolve: ({ state }) => state }),
    fromOn: t.field({ type: 'Day', nullable: true, resolve: ({ fromOn }) => fromOn }),
  }),
})

interface RepairableEntryOfViewer extends RepairReadiness {
  readonly entryId: string
}

const RepairableEntryType = builder.objectRef<RepairableEntryOfViewer>('RepairableEntry').implement({
  description: 'An entry of yours: what is missing for its repair, and from when.',
  fields: (t) => ({
    entry: t.prismaField({
      type: ListEntry,
      resolve: (query, { entryId }, _args, { prisma }) => prisma.listEntry.findUniqueOrThrow({ ...query, where: { id: entryId } }),
    }),
    entryKey: t.exposeString('entryId', { description: 'For an objection to what the entry says.' }),
    conditions: t.field({ type: [ConditionType], resolve: ({ conditions }) => [...conditions] }),
    earliestOn: t.field({ type: 'Day', nullable: true, resolve: ({ earliestOn }) => earliestOn }),
    freeOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'The first day without it, if nobody does anything.',
      resolve: ({ freeOn }) => freeOn,
    }),
    obstacle: t.string({ nullable: true, description: 'Null: can be applied for now.', resolve: ({ obstacle }) => obstacle?.code ?? null }),
    facts: t.field({ type: 'JSON', resolve: ({ obstacle }) => obstacle ?? {} }),
  }),
})

builder.queryField('repairableEntries', (t) =>
  t.field({
    type: [RepairableEntryType],
    description: 'Your entries on lists that know a repair, latest first; those that were annulled are nobody’s business any more.',
    args: { entryNumber: t.arg.string({ required: false }) },
    authScopes: { may: 'repair.apply' },
    resolve: async (_root, { entryNumber }, { prisma, viewer, clock }) => {
      if (viewer.subjectId === null) return []
      const rows = await prisma.listEntry.findMany({
        where: {
          subjectId: viewer.subjectId,
          list: { not: 'RED_LIST' },
          status: { not: 'ANNULLED' },
          ...(entryNumber ? { number: entryNumber } : {}),
        },
        include: repairableFacts,
        orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
        take: 50,
      })
      const today = shanghaiDayOf(clock.now())
      return rows.map((row) => ({
        ...repairReadiness(repairableEntry(row), today),
        entryId: row.id,
      }))
    },
  }),
)
