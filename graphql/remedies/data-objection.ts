import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { dataTargets } from '#domain/remedies/correctable-data.ts'
import { dataObjectionStates } from '#domain/remedies/data-objection.ts'
import { nextDataObjectionSteps } from '#domain/remedies/next-remedy-steps.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { contestedRecord } from '#services/remedies/contested-record.ts'
import { dataObjectionState } from '#services/remedies/lock-data-objection.ts'
import { visibleDataObjections } from '#services/remedies/visible-remedies.ts'
import { builder } from '../builder.ts'
import { Party } from '../listings/party.ts'
import { Remedy } from './remedy.ts'
import { byRemedyText, NextRemedyStepType, RemedyFilter } from './remedy-step.ts'

export const DataTarget = builder.enumType('DataTarget', { values: dataTargets })
const DataObjectionState = builder.enumType('DataObjectionState', { values: dataObjectionStates })

export const DataObjection = builder.prismaNode('DataObjection', {
  id: { field: 'id' },
  interfaces: [Remedy],
  description: '数据异议: to a record or one of its fields, by whom it is about; marked until it is answered.',
  fields: (t) => ({
    state: t.field({ type: DataObjectionState, resolve: ({ state }) => state }),
    party: t.relation('subject', { type: Party }),
    target: t.field({ type: DataTarget, resolve: ({ target }) => target }),
    field: t.exposeString('field', { nullable: true, description: 'Null: the whole record.' }),
    contested: t.exposeString('contested', { description: 'What stood there when it was objected to.' }),
    proposed: t.exposeString('proposed', { nullable: true }),
    statement: t.exposeString('statement'),
    sourceAskedAt: t.expose('sourceAskedAt', { type: 'DateTime', nullable: true }),
    sourceAskedReason: t.exposeString('sourceAskedReason', { nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true }),
    correction: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What was changed: field, before, after.',
      resolve: (row) => row.correction,
    }),
    nextSteps: t.field({
      type: [NextRemedyStepType],
      resolve: async (row, _args, { prisma, viewer, clock }) => {
        const recordedById = (await contestedRecord(prisma, row.target, row.targetId))?.recordedById ?? null
        const facts = { concernedSubjectId: row.subjectId, reporterUserId: recordedById }
        return [...nextDataObjectionSteps(dataObjectionState(row, recordedById), viewer, facts, shanghaiDayOf(clock.now()))]
      },
    }),
  }),
})

builder.queryField('dataObjection', (t) =>
  t.prismaField({
    type: DataObjection,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'remedy.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.dataObjection.findFirst({ ...query, where: { AND: [{ number }, visibleDataObjections(viewer)] } }),
  }),
)

builder.queryField('dataObjections', (t) =>
  t.prismaConnection({
    type: DataObjection,
    cursor: 'id',
    description: 'The objections to data you may see, the earliest answer due first.',
    args: { filter: t.arg({ type: RemedyFilter, required: false }) },
    authScopes: { may: 'remedy.view' },
    totalCount: (_root, { filter }, { prisma, viewer }) =>
      prisma.dataObjection.count({ where: objectionsWhere(filter ?? {}, visibleDataObjections(viewer)) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.dataObjection.findMany({
        ...query,
        where: objectionsWhere(filter ?? {}, visibleDataObjections(viewer)),
        orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
)

function objectionsWhere(
  { isOpen, text }: { readonly isOpen?: boolean | null; readonly text?: string | null },
  visible: Prisma.DataObjectionWhereInput,
): Prisma.DataObjectionWhereInput {
  const states: Prisma.DataObjectionWhereInput = isOpen == null ? {} : { state: isOpen ? 'FILED' : { not: 'FILED' } }
  const found = byRemedyText(text)
  return { AND: [visible, states, found ? { OR: [{ number: found.number }, { subject: found.subject }] } : {}] }
}
