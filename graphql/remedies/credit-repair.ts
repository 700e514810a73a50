import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nextRepairSteps } from '#domain/remedies/next-remedy-steps.ts'
import { repairStates } from '#domain/remedies/credit-repair.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { repairState } from '#services/remedies/lock-repair.ts'
import { repairableEntry, repairableFacts, repairFacts } from '#services/remedies/repairable-entry.ts'
import { visibleRepairs } from '#services/remedies/visible-remedies.ts'
import { builder } from '../builder.ts'
import { ListEntry } from '../listings/list-entry.ts'
import { Party } from '../listings/party.ts'
import { Remedy } from './remedy.ts'
import { byRemedyText, NextRemedyStepType, RemedyFilter } from './remedy-step.ts'

const RepairState = builder.enumType('RepairState', { values: repairStates })

export const CreditRepair = builder.prismaNode('CreditRepair', {
  id: { field: 'id' },
  interfaces: [Remedy],
  description: '信用修复: corrected, performed, committed in public; granted, publicity and effects end together.',
  fields: (t) => ({
    state: t.field({ type: RepairState, resolve: ({ state }) => state }),
    entry: t.relation('entry', { type: ListEntry }),
    party: t.relation('subject', { type: Party }),
    correction: t.exposeString('correction'),
    performance: t.exposeString('performance'),
    commitment: t.exposeString('commitment', { description: 'Published with the entry.' }),
    decisionNumber: t.exposeString('decisionNumber', { nullable: true }),
    decisionBasis: t.exposeString('decisionBasis', { nullable: true }),
    decisionReasons: t.exposeString('decisionReasons', { nullable: true }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    nextSteps: t.field({
      type: [NextRemedyStepType],
      select: { entry: { include: repairableFacts } },
      resolve: (row, _args, { viewer, clock }) => {
        const entry = repairableEntry(row.entry, row.id)
        return [...nextRepairSteps(repairState(row), entry, viewer, repairFacts(row.entry), shanghaiDayOf(clock.now()))]
      },
    }),
  }),
})

builder.queryField('creditRepair', (t) =>
  t.prismaField({
    type: CreditRepair,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'remedy.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.creditRepair.findFirst({ ...query, where: { AND: [{ number }, visibleRepairs(viewer)] } }),
  }),
)

builder.queryField('creditRepairs', (t) =>
  t.prismaConnection({
    type: CreditRepair,
    cursor: 'id',
    description: 'The repairs you may see, the earliest answer due first.',
    args: { filter: t.arg({ type: RemedyFilter, required: false }) },
    authScopes: { may: 'remedy.view' },
    totalCount: (_root, { filter }, { prisma, viewer }) =>
      prisma.creditRepair.count({ where: repairsWhere(filter ?? {}, visibleRepairs(viewer)) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.creditRepair.findMany({
        ...query,
        where: repairsWhere(filter ?? {}, visibleRepairs(viewer)),
        orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
)

function repairsWhere(
  { isOpen, text }: { readonly isOpen?: boolean | null; readonly text?: string | null },
  visible: Prisma.CreditRepairWhereInput,
): Prisma.CreditRepairWhereInput {
  const states: Prisma.CreditRepairWhereInput = isOpen == null ? {} : { state: isOpen ? 'FILED' : { not: 'FILED' } }
  const found = byRemedyText(text)
  return { AND: [visible, states, found ? { OR: [{ number: found.number }, { subject: found.subject }] } : {}] }
}
