import { fromDbDay } from '#prisma/db-day.ts'
import { reportDemand } from '#services/supervision/report-demand.ts'
import { visibleDemandReports } from '#services/supervision/visible-demand-reports.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const demandStatuses = ['LAWFUL', 'RECEIVED', 'HANDLED'] as const

interface DemandOutcome {
  readonly status: (typeof demandStatuses)[number]
  readonly alertNumber: string | null
  readonly handlingNote: string | null
}
const Outcome = builder.objectRef<DemandOutcome>('DemandOutcome').implement({
  description: 'What came of a report.',
  fields: (t) => ({
    status: t.field({
      type: builder.enumType('DemandReportStatus', {
        description: 'LAWFUL: on the list, may be demanded. RECEIVED: supervision has it. HANDLED: it has said what came of it.',
        values: demandStatuses,
      }),
      resolve: ({ status }) => status,
    }),
    alertNumber: t.exposeString('alertNumber', { nullable: true }),
    handlingNote: t.exposeString('handlingNote', { nullable: true }),
  }),
})

const DemandReport = builder.prismaNode('DemandReport', {
  id: { field: 'id' },
  description: '违规索要举报: what an agency demanded, as its applicant reported it.',
  fields: (t) => ({
    number: t.exposeString('number'),
    demanded: t.exposeString('demanded'),
    demandedOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.demandedOn) }),
    reportedAt: t.expose('reportedAt', { type: 'DateTime' }),
    agencyName: t.string({ select: { agency: { select: { nameZh: true } } }, resolve: ({ agency }) => agency.nameZh }),
    serviceItem: t.relation('serviceItem', { nullable: true, description: 'Null: none of the catalogue.' }),
    outcome: t.field({
      type: Outcome,
      resolve: async ({ id }, _args, { prisma }): Promise<DemandOutcome> => {
        const alert = await prisma.alert.findFirst({ where: { sourceType: 'DemandReport', sourceId: id } })
        if (!alert) return { status: 'LAWFUL', alertNumber: null, handlingNote: null }
        const { state, number: alertNumber, handlingNote } = alert
        return { status: state === 'HANDLED' ? 'HANDLED' : 'RECEIVED', alertNumber, handlingNote }
      },
    }),
  }),
})

builder.queryField('demandReports', (t) =>
  t.prismaConnection({
    type: DemandReport,
    cursor: 'id',
    description: 'Your own reports, latest first.',
    authScopes: { may: 'demand.view' },
    totalCount: (_root, _args, { prisma, viewer }) => prisma.demandReport.count({ where: visibleDemandReports(viewer) }),
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.demandReport.findMany({ ...query, where: visibleDemandReports(viewer), orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }] }),
  }),
)

builder.queryField('demandReport', (t) =>
  t.prismaField({
    type: DemandReport,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'demand.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.demandReport.findFirst({ ...query, where: { AND: [{ number }, visibleDemandReports(viewer)] } }),
  }),
)

const ReportableAgency = builder
  .objectRef<{ readonly id: string; readonly nameZh: string; readonly nameEn: string | null }>('ReportableAgency')
  .implement({
    description: 'An agency that may have demanded something.',
    fields: (t) => ({
      key: t.exposeID('id'),
      nameZh: t.exposeString('nameZh'),
      nameEn: t.exposeString('nameEn', { nullable: true }),
    }),
  })

builder.queryField('reportableAgencies', (t) =>
  t.field({
    type: [ReportableAgency],
    authScopes: { may: 'demand.report' },
    resolve: (_root, _args, { prisma }) =>
      prisma.organisation.findMany({
        where: { kind: 'AGENCY' },
        select: { id: true, nameZh: true, nameEn: true },
        orderBy: [{ divisionCode: 'asc' }, { nameZh: 'asc' }],
      }),
  }),
)

builder.relayMutationField(
  'reportDemand',
  {
    inputFields: (t) => ({
      agencyId: t.id(),
      approvalItemCode: t.string({ required: false }),
      demanded: t.string(),
      demandedOn: t.field({ type: 'Day' }),
      serviceItemCode: t.string({ required: false, description: 'Picked; left out: recognised in the words.' }),
      isNotListed: t.boolean({ required: false, description: 'You have looked: it is none of the catalogue.' }),
    }),
  },
  {
    description: 'Report what an agency demanded of you.',
    authScopes: { may: 'demand.report' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await reportDemand(context, { ...input, agencyId: String(input.agencyId), isNotListed: input.isNotListed ?? false }),
    }),
  },
  {
    outputFields: (t) => ({
      report: t.prismaField({
        type: DemandReport,
        resolve: (query, { id }, _args, { prisma, viewer }) =>
          prisma.demandReport.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleDemandReports(viewer)] } }),
      }),
    }),
  },
)
