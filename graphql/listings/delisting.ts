import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { seesAllCases } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'
import { ListKind } from './list-entry.ts'
import { Party } from './party.ts'

const DelistingEnd = builder.enumType('DelistingEnd', { values: ['ANNULLED', 'REPAIRED', 'REMOVED'] } as const)

const Delisting = builder.prismaObject('ListEntry', {
  variant: 'Delisting',
  description: '移出决定书: the document with which an entry left its list before its last day.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Of the entry.' }),
    delistingNumber: t.string({ resolve: ({ delistingNumber }) => delistingNumber ?? '' }),
    list: t.field({ type: ListKind, resolve: ({ list }) => list }),
    end: t.field({ type: DelistingEnd, resolve: ({ status }) => (status === 'ACTIVE' ? 'REMOVED' : status) }),
    fromOn: t.field({ type: 'Day', resolve: ({ fromOn }) => fromDbDay(fromOn) }),
    endedOn: t.field({ type: 'Day', nullable: true, resolve: ({ endedAt }) => endedAt && shanghaiDayOf(endedAt) }),
    reason: t.string({ resolve: ({ endReason }) => endReason ?? '' }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    party: t.relation('subject', { type: Party }),
  }),
})

builder.queryField('delisting', (t) =>
  t.prismaField({
    type: Delisting,
    nullable: true,
    description: 'For the party, an annulled entry included, and for the officials of all procedures.',
    args: { entryNumber: t.arg.string() },
    authScopes: { may: 'violation.view' },
    resolve: (query, _root, { entryNumber }, { prisma, viewer }) => {
      const own = seesAllCases(viewer) ? {} : { subjectId: viewer.subjectId ?? '' }
      if (!seesAllCases(viewer) && viewer.subjectId === null) return null
      return prisma.listEntry.findFirst({
        ...query,
        where: { number: entryNumber, delistingNumber: { not: null }, status: { not: 'ACTIVE' }, ...own },
      })
    },
  }),
)
