import { can } from '#domain/access/can.ts'
import { disputeStates } from '#domain/engagements/dispute.ts'
import { toSide } from '#services/engagements/to-contract-version.ts'
import { visibleDisputes } from '#services/engagements/visible-disputes.ts'
import { RefusedError } from '#services/kernel/use-case-error.ts'
import { supervisorOf } from '#services/selection/supervisor-of.ts'
import { builder } from '../builder.ts'
import { Party } from '../listings/party.ts'
import { Engagement, EngagementRole } from './engagement.ts'
import { Contract, Deliverable } from './contract.ts'

export const DisputeState = builder.enumType('DisputeState', { values: disputeStates })

export const EngagementDispute = builder.prismaNode('EngagementDispute', {
  id: { field: 'id' },
  description: '争议: raised by one side, answered by the other, settled or answered by the supervising office.',
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: DisputeState, resolve: (one) => one.state }),
    raisedBySide: t.field({ type: EngagementRole, resolve: (one) => toSide(one.raisedBySide) }),
    raisedAt: t.expose('raisedAt', { type: 'DateTime' }),
    matter: t.exposeString('matter'),
    statement: t.exposeString('statement', { nullable: true }),
    statedAt: t.expose('statedAt', { type: 'DateTime', nullable: true }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    outcome: t.exposeString('outcome', { nullable: true }),
    engagementNumber: t.string({ select: { engagement: { select: { number: true } } }, resolve: (one) => one.engagement.number }),
    projectName: t.string({ select: { engagement: { select: { projectName: true } } }, resolve: (one) => one.engagement.projectName }),
    owner: t.field({
      type: Party,
      select: (_args, _context, nested) => ({ engagement: { select: { applicant: nested() } } }),
      resolve: (one) => one.engagement.applicant,
    }),
    intermediary: t.field({
      type: Party,
      select: (_args, _context, nested) => ({ engagement: { select: { intermediary: { select: { subject: nested() } } } } }),
      resolve: (one) => one.engagement.intermediary.subject,
    }),
    contracts: t.field({
      type: [Contract],
      description: 'What the parties agreed: every version that was in force.',
      select: (_args, _context, nested) => ({
        engagement: {
          select: {
            contracts: nested({
              where: { state: { in: ['IN_FORCE' as const, 'SUPERSEDED' as const] } },
              orderBy: { contractVersion: 'asc' as const },
            }),
          },
        },
      }),
      resolve: (one) => one.engagement.contracts,
    }),
    deliverables: t.field({
      type: [Deliverable],
      select: (_args, _context, nested) => ({
        engagement: { select: { deliverables: nested({ orderBy: { deliverableVersion: 'asc' } }) } },
      }),
      resolve: (one) => one.engagement.deliverables,
    }),
    canAnswer: t.boolean({
      description: 'Your office supervises the project’s division and nobody here is you.',
      select: {
        engagement: { select: { divisionCode: true, applicantId: true, intermediary: { select: { subjectId: true } } } },
      },
      resolve: async ({ state, engagement }, _args, { prisma, viewer }) => {
        if (state !== 'OPEN') return false
        const organisationId = await supervisorOf(prisma, engagement.divisionCode).catch((error: unknown) => {
          if (error instanceof RefusedError) return null
          throw error
        })
        const parties = { applicantSubjectId: engagement.applicantId, concernedSubjectId: engagement.intermediary.subjectId }
        return organisationId !== null && can(viewer, 'dispute.answer', { organisationId, ...parties })
      },
    }),
  }),
})

builder.prismaObjectField(Engagement, 'disputes', (t) => t.relation('disputes', { query: { orderBy: { raisedAt: 'asc' } } }))

builder.queryField('dispute', (t) =>
  t.prismaField({
    type: EngagementDispute,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'dispute.oversee' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.engagementDispute.findFirst({ ...query, where: { AND: [{ number }, visibleDisputes(viewer)] } }),
  }),
)

builder.queryField('disputes', (t) =>
  t.prismaConnection({
    type: EngagementDispute,
    cursor: 'id',
    description: 'Disputes of engagements, latest first.',
    args: { states: t.arg({ type: [DisputeState], required: false }) },
    authScopes: { may: 'dispute.oversee' },
    totalCount: (_root, { states }, { prisma, viewer }) =>
      prisma.engagementDispute.count({ where: { AND: [visibleDisputes(viewer), states ? { state: { in: [...states] } } : {}] } }),
    resolve: (query, _root, { states }, { prisma, viewer }) =>
      prisma.engagementDispute.findMany({
        ...query,
        where: { AND: [visibleDisputes(viewer), states ? { state: { in: [...states] } } : {}] },
        orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)
