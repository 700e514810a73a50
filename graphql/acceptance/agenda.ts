import { agendaBuckets, agendaKinds, bucketRange } from '#domain/acceptance/agenda.ts'
import type { AgendaBucket } from '#domain/acceptance/agenda.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { agencyStatistics } from '#services/acceptance/agency-statistics.ts'
import type { MonthOfAgency } from '#services/acceptance/agency-statistics.ts'
import { countAgenda, loadAgenda } from '#services/acceptance/load-agenda.ts'
import type { AgendaEntry, AgendaOwner } from '#services/acceptance/load-agenda.ts'
import { demand } from '#services/kernel/use-case-context.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'

export const AgendaBucketType = builder.enumType('AgendaBucket', { values: agendaBuckets })
const AgendaKindType = builder.enumType('AgendaKind', { values: agendaKinds })

const AgendaEntryType = builder.objectRef<AgendaEntry>('AgendaEntry').implement({
  description: 'One thing that is due at your agency.',
  fields: (t) => ({
    kind: t.field({ type: AgendaKindType, resolve: ({ kind }) => kind }),
    number: t.exposeString('number'),
    dueOn: t.field({ type: 'Day', resolve: ({ dueOn }) => dueOn }),
    itemNameZh: t.exposeString('itemNameZh'),
    itemNameEn: t.exposeString('itemNameEn'),
    applicantName: t.exposeString('applicantName'),
  }),
})

/** The caller's agency; `isMine`: only cases that the caller handles. */
function ownerOf(viewer: Viewer, isMine: boolean): AgendaOwner {
  const { organisationId, userId } = viewer
  demand({ viewer }, 'workload.view', { organisationId })
  if (organisationId === null) throw new ForbiddenError('workload.view', false)
  return { organisationId, officerId: isMine ? userId : null }
}

const AgendaType = builder.objectRef<{ entries: readonly AgendaEntry[]; totalCount: number }>('Agenda').implement({
  description: 'What is due at your agency, the earliest first.',
  fields: (t) => ({
    entries: t.field({ type: [AgendaEntryType], resolve: ({ entries }) => [...entries] }),
    totalCount: t.exposeInt('totalCount', { description: 'All of the range, also what is beyond the first ones.' }),
  }),
})

builder.queryField('agenda', (t) =>
  t.field({
    type: AgendaType,
    description: 'What is due at your agency: in one bucket, or between two days.',
    args: {
      bucket: t.arg({ type: AgendaBucketType, required: false }),
      fromOn: t.arg({ type: 'Day', required: false }),
      untilOn: t.arg({ type: 'Day', required: false }),
      isMine: t.arg.boolean({ required: false, description: 'Only of the cases that you handle.' }),
      first: t.arg.int({ required: false, description: '50 unless told, 200 at most.' }),
    },
    authScopes: { may: 'workload.view' },
    resolve: (_root, { bucket, fromOn, untilOn, isMine, first }, { prisma, viewer, clock }) => {
      const range = bucket ? bucketRange(bucket, shanghaiDayOf(clock.now())) : { fromOn: fromOn ?? null, untilOn: untilOn ?? null }
      return loadAgenda(prisma, ownerOf(viewer, isMine === true), range, Math.min(200, Math.max(1, first ?? 50)))
    },
  }),
)

const AgendaCount = builder.objectRef<{ readonly bucket: AgendaBucket; readonly count: number }>('AgendaCount').implement({
  fields: (t) => ({ bucket: t.field({ type: AgendaBucketType, resolve: ({ bucket }) => bucket }), count: t.exposeInt('count') }),
})

builder.queryField('agendaCounts', (t) =>
  t.field({
    type: [AgendaCount],
    description: 'How much is due at your agency when.',
    args: { isMine: t.arg.boolean({ required: false }) },
    authScopes: { may: 'workload.view' },
    resolve: async (_root, { isMine }, { prisma, viewer, clock }) => [
      ...(await countAgenda(prisma, ownerOf(viewer, isMine === true), shanghaiDayOf(clock.now()))),
    ],
  }),
)

const MonthOfAgencyType = builder.objectRef<MonthOfAgency>('MonthOfAgency').implement({
  description: 'One month of your agency, Shanghai’s months.',
  fields: (t) => ({
    month: t.exposeString('month', { description: 'YYYY-MM' }),
    accepted: t.exposeInt('accepted'),
    tolerant: t.exposeInt('tolerant', { description: 'Of them, on a promise.' }),
    kept: t.exposeInt('kept', { description: 'Promises that ended as kept.' }),
    broken: t.exposeInt('broken', { description: 'Missed or found untrue, and still standing.' }),
    daysSaved: t.exposeInt('daysSaved', {
      description:
        'Calendar days from acceptance to the last supplement, summed over kept supplements: so much later the case would have been accepted.',
    }),
    savedCases: t.exposeInt('savedCases', { description: 'How many kept supplements that sum is of.' }),
  }),
})

builder.queryField('agencyStatistics', (t) =>
  t.field({
    type: [MonthOfAgencyType],
    description: 'The last months of your agency, the running one included.',
    args: { months: t.arg.int({ required: false, description: '12 unless told, 36 at most.' }) },
    authScopes: { may: 'workload.view' },
    resolve: async (_root, { months }, { prisma, viewer, clock }) => {
      const { organisationId } = ownerOf(viewer, false)
      return [...(await agencyStatistics(prisma, organisationId, clock.now(), Math.min(36, Math.max(1, months ?? 12))))]
    },
  }),
)
