import type { CaseStep } from '#domain/listings/next-steps.ts'
import { caseSteps, nextSteps } from '#domain/listings/next-steps.ts'
import type { NextStep } from '#domain/listings/next-steps.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { publicityPeriodOf } from '#domain/listings/publicity-period.ts'
import type { PublicityPeriod } from '#domain/listings/publicity-period.ts'
import { violationCaseKinds, violationCaseStates } from '#domain/listings/violation-case.ts'
import type { ViolationCaseState as CaseState } from '#domain/listings/violation-case.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { caseFacts, caseParts, stateOf } from '#services/listings/lock-case.ts'
import { readsAsOfficial, visibleCases } from '#services/listings/visible-cases.ts'
import { readerOf, stepsOf } from '#services/procedures/steps-of.ts'
import { unwrap } from '#services/kernel/unwrap.ts'
import { builder } from '../builder.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'
import { CaseEvidence, visibleEvidence } from './case-evidence.ts'
import { HearingType } from './hearing.ts'
import { InvestigationRecordType } from './investigation-record.ts'
import { ListEntry } from './list-entry.ts'
import { Party } from './party.ts'
import { ViolationSeverity, ViolationType } from './violation-type.ts'

export const ViolationCaseState = builder.enumType('ViolationCaseState', { values: violationCaseStates })
const ViolationCaseKind = builder.enumType('ViolationCaseKind', { values: violationCaseKinds })
const CaseStepEnum = builder.enumType('CaseStep', { values: caseSteps })

const NextStepType = builder.objectRef<NextStep>('NextStep').implement({
  description: 'A step the case waits for, and why it is not yours, or not yet.',
  fields: (t) => ({
    step: t.field({ type: CaseStepEnum, resolve: ({ step }): CaseStep => step }),
    obstacle: t.string({ nullable: true, resolve: ({ obstacle }) => obstacle?.code ?? null }),
    facts: t.field({ type: 'JSON', resolve: ({ obstacle }) => obstacle ?? {} }),
  }),
})

const PublicityPeriodType = builder.objectRef<PublicityPeriod>('PublicityPeriod').implement({
  description: '公示期 that a decision of today could set.',
  fields: (t) => ({
    earliestRepairOn: t.field({ type: 'Day', resolve: (period) => period.earliestRepairOn }),
    automaticEndOn: t.field({ type: 'Day', resolve: (period) => period.automaticEndOn }),
    isNormallyPublished: t.boolean({ resolve: (period) => period.isNormallyPublished }),
  }),
})

const InterimSuspension = builder.prismaObject('InterimSuspension', {
  description: '临时暂停措施',
  fields: (t) => ({
    fromOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.fromOn) }),
    untilOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.untilOn) }),
    reasons: t.exposeString('reasons'),
    basis: t.exposeString('basis'),
    orderedAt: t.expose('orderedAt', { type: 'DateTime' }),
    liftedAt: t.expose('liftedAt', { type: 'DateTime', nullable: true }),
    liftReasons: t.exposeString('liftReasons', { nullable: true }),
  }),
})

interface Joined {
  readonly number: string
  readonly state: CaseState
  readonly partyName: string
}
const JoinedCase = builder.objectRef<Joined>('JoinedCase').implement({
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: ViolationCaseState, resolve: ({ state }) => state }),
    partyName: t.exposeString('partyName'),
  }),
})

interface CaseOfficers {
  readonly reporter: string | null
  readonly investigator: string | null
  readonly decider: string | null
}
const CaseOfficersType = builder.objectRef<CaseOfficers>('CaseOfficers').implement({
  fields: (t) => ({
    reporter: t.exposeString('reporter', { nullable: true, description: 'Null: opened by the system.' }),
    investigator: t.exposeString('investigator', { nullable: true }),
    decider: t.exposeString('decider', { nullable: true }),
  }),
})

export const ViolationCase = builder.prismaNode('ViolationCase', {
  id: { field: 'id' },
  description: '违规案件',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    kind: t.field({ type: ViolationCaseKind, resolve: (one) => one.kind }),
    state: t.field({ type: ViolationCaseState, resolve: (one) => one.state }),
    severity: t.field({ type: ViolationSeverity, resolve: (one) => one.severity }),
    party: t.relation('subject', { type: Party }),
    violation: t.relation('violation', { type: ViolationType, nullable: true }),
    occurredOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.occurredOn) }),
    facts: t.exposeString('facts'),
    reportedAt: t.expose('reportedAt', { type: 'DateTime' }),
    officers: t.field({
      type: CaseOfficersType,
      nullable: true,
      description: 'For officials only: the party never learns who reported.',
      resolve: async ({ subjectId, reporterId, investigatorId, deciderId }, _args, context) => {
        if (!readsAsOfficial(context.viewer, { subjectId })) return null
        const ids = [reporterId, investigatorId, deciderId].filter((id) => id !== null)
        const users = await context.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
        const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null
        return { reporter: nameOf(reporterId), investigator: nameOf(investigatorId), decider: nameOf(deciderId) }
      },
    }),
    investigationStartedAt: t.expose('investigationStartedAt', { type: 'DateTime', nullable: true }),
    investigationNote: t.string({
      nullable: true,
      resolve: (one, _args, { viewer }) => (readsAsOfficial(viewer, one) ? one.investigationNote : null),
    }),
    noticeNumber: t.exposeString('noticeNumber', { nullable: true }),
    noticeServedAt: t.expose('noticeServedAt', { type: 'DateTime', nullable: true }),
    noticeFacts: t.exposeString('noticeFacts', { nullable: true }),
    noticeBasis: t.exposeString('noticeBasis', { nullable: true }),
    noticeMeasure: t.exposeString('noticeMeasure', { nullable: true }),
    noticeRights: t.exposeString('noticeRights', { nullable: true }),
    defenceDueOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.defenceDueOn) }),
    defenceText: t.exposeString('defenceText', { nullable: true }),
    defenceFiledAt: t.expose('defenceFiledAt', { type: 'DateTime', nullable: true }),
    defenceWaivedAt: t.expose('defenceWaivedAt', { type: 'DateTime', nullable: true }),
    decisionNumber: t.exposeString('decisionNumber', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionBasis: t.exposeString('decisionBasis', { nullable: true }),
    decisionReasons: t.exposeString('decisionReasons', { nullable: true }),
    isViolationFound: t.exposeBoolean('isViolationFound', { nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    closeReasons: t.exposeString('closeReasons', { nullable: true }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    investigationDueOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'For officials only.',
      resolve: (one, _args, { viewer }) => (readsAsOfficial(viewer, one) ? fromDbDayOrNull(one.investigationDueOn) : null),
    }),
    decisionServedOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.decisionServedOn) }),
    appealDueOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Last day for an appeal; null until the decision is served.',
      resolve: (one) => fromDbDayOrNull(one.appealDueOn),
    }),
    evidence: t.prismaField({
      type: [CaseEvidence],
      description: 'Of this case, and of the case it was joined to.',
      resolve: (query, { id, joinedToId }, _args, context) => {
        const ids = joinedToId === null ? [id] : [joinedToId, id]
        const where = { AND: [{ caseId: { in: ids } }, visibleEvidence(context.viewer)] }
        return context.prisma.caseEvidence.findMany({ ...query, where, orderBy: { id: 'asc' } })
      },
    }),
    records: t.prismaField({
      type: [InvestigationRecordType],
      description: '调查笔录: for officials only; also of the case it was joined to.',
      resolve: (query, { id, joinedToId, subjectId }, _args, context) =>
        readsAsOfficial(context.viewer, { subjectId })
          ? context.prisma.investigationRecord.findMany({
              ...query,
              where: { caseId: { in: joinedToId === null ? [id] : [joinedToId, id] } },
              orderBy: { takenAt: 'asc' },
            })
          : [],
    }),
    hearing: t.relation('hearing', { type: HearingType, nullable: true }),
    joined: t.field({
      type: [JoinedCase],
      description: '并案: the other cases it is one procedure with; for officials only.',
      resolve: async ({ id, joinedToId, subjectId }, _args, { prisma, viewer }) => {
        if (!readsAsOfficial(viewer, { subjectId })) return []
        const rootId = joinedToId ?? id
        const rows = await prisma.violationCase.findMany({
          where: { OR: [{ id: rootId }, { joinedToId: rootId }], id: { not: id } },
          select: { number: true, state: true, subject: { select: { name: true } } },
          orderBy: { number: 'asc' },
        })
        return rows.map(({ number, state, subject }) => ({ number, state, partyName: subject.name }))
      },
    }),
    steps: t.field({
      type: [ProcedureStepType],
      description: '办理经过, as you may read it.',
      resolve: async ({ id, subjectId }, _args, { prisma, viewer }) => {
        const reader = readerOf(viewer, { isOfficial: readsAsOfficial(viewer, { subjectId }), concernedSubjectId: subjectId })
        return [...(await stepsOf(prisma, 'VIOLATION_CASE', id, reader))]
      },
    }),
    suspensions: t.relation('suspensions', { type: InterimSuspension, query: { orderBy: { orderedAt: 'asc' } } }),
    listEntries: t.relation('listEntries', { type: ListEntry }),
    publicityPeriod: t.field({
      type: PublicityPeriodType,
      resolve: ({ severity }, _args, context) => {
        const today = shanghaiDayOf(context.clock.now())
        return publicityPeriodOf(severity, today, unwrap(ruleSetOn(listingRuleSets, today)))
      },
    }),
    nextSteps: t.field({
      type: [NextStepType],
      select: { ...caseParts, suspensions: true },
      resolve: (row, _args, context) => {
        const now = context.clock.now()
        const isSuspended = row.suspensions.some(({ liftedAt, untilOn }) => liftedAt === null && fromDbDay(untilOn) >= shanghaiDayOf(now))
        const ruleSet = unwrap(ruleSetOn(listingRuleSets, shanghaiDayOf(now)))
        return [...nextSteps(stateOf(row), context.viewer, caseFacts(row), { now, isSuspended, ruleSet })]
      },
    }),
  }),
})

builder.queryField('violationCase', (t) =>
  t.prismaField({
    type: ViolationCase,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'violation.view' },
    resolve: (query, _root, { number }, context) =>
      context.prisma.violationCase.findFirst({ ...query, where: { AND: [{ number }, visibleCases(context.viewer)] } }),
  }),
)
