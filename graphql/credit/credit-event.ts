import { can } from '#domain/access/can.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { builder } from '../builder.ts'

const CreditEventKindType = builder.enumType('CreditEventKind', {
  values: ['VIOLATION', 'COMPLAINT', 'LATE_DELIVERY', 'COMMITMENT_MISSED', 'COMMITMENT_UNTRUE', 'HONOUR'] as const,
})

/** 信用事件 as the subject itself and the office see it: annulled and outdated ones, too, with the reason. */
export const CreditEvent = builder.prismaObject('CreditEvent', {
  description: '信用事件: a scored fact with its rule, its days, and what became of it.',
  fields: (t) => ({
    key: t.exposeID('id'),
    kind: t.field({ type: CreditEventKindType, resolve: ({ kind }) => kind }),
    points: t.exposeFloat('points', { description: 'Signed, as recorded; a complaint counts what the rules of the day say.' }),
    clause: t.exposeString('clause'),
    description: t.exposeString('description'),
    occurredOn: t.field({ type: 'Day', resolve: ({ occurredOn }) => fromDbDay(occurredOn) }),
    countsFromOn: t.field({ type: 'Day', resolve: ({ countsFromOn }) => fromDbDay(countsFromOn) }),
    countsUntilOn: t.field({ type: 'Day', nullable: true, resolve: ({ countsUntilOn }) => fromDbDayOrNull(countsUntilOn) }),
    annulledOn: t.field({ type: 'Day', nullable: true, resolve: ({ annulledAt }) => annulledAt && shanghaiDayOf(annulledAt) }),
    annulReason: t.exposeString('annulReason', { nullable: true }),
    subjectName: t.string({ select: { subject: { select: { name: true } } }, resolve: ({ subject }) => subject.name }),
    subjectCode: t.string({ select: { subject: { select: { uscc: true } } }, resolve: ({ subject }) => subject.uscc ?? '' }),
    mayAnnul: t.boolean({
      description: 'An honour that somebody else recorded.',
      resolve: ({ kind, annulledAt, recordedById, subjectId }, _args, { viewer }) =>
        kind === 'HONOUR' &&
        annulledAt === null &&
        can(viewer, 'honour.annul', { concernedSubjectId: subjectId, reporterUserId: recordedById }),
    }),
  }),
})

const newestFirst: Prisma.CreditEventOrderByWithRelationInput[] = [{ countsFromOn: 'desc' }, { id: 'desc' }]

builder.queryField('myCreditEvents', (t) =>
  t.prismaConnection({
    type: CreditEvent,
    cursor: 'id',
    description: 'All that was ever recorded about you, newest first.',
    authScopes: { may: 'creditAccount.view' },
    totalCount: (_parent, _args, { prisma, viewer }) => prisma.creditEvent.count({ where: ownEvents(viewer.subjectId) }),
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.creditEvent.findMany({ ...query, where: ownEvents(viewer.subjectId), orderBy: newestFirst }),
  }),
)

builder.queryField('honours', (t) =>
  t.prismaConnection({
    type: CreditEvent,
    cursor: 'id',
    description: 'Honours on record, newest first.',
    authScopes: { may: 'honour.record' },
    totalCount: (_parent, _args, { prisma }) => prisma.creditEvent.count({ where: { kind: 'HONOUR' } }),
    resolve: (query, _root, _args, { prisma }) =>
      prisma.creditEvent.findMany({ ...query, where: { kind: 'HONOUR' }, orderBy: newestFirst }),
  }),
)

/** Nobody's for a viewer who acts for no subject. */
const ownEvents = (subjectId: string | null): Prisma.CreditEventWhereInput => (subjectId === null ? { id: { in: [] } } : { subjectId })
