import { contractStates } from '#domain/engagements/contract.ts'
import { deliverableStates } from '#domain/engagements/deliverable.ts'
import { engagementSteps, stepsOpenTo, terminationsOpenTo } from '#domain/engagements/engagement-steps.ts'
import type { EngagementRecord } from '#domain/engagements/engagement-steps.ts'
import { terminationCauses, terminationRules } from '#domain/engagements/termination.ts'
import type { TerminationCause as Cause } from '#domain/engagements/termination.ts'
import type { EngagementSide } from '#domain/engagements/contract.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { loadEngagementRecord } from '#services/engagements/load-engagement-record.ts'
import { engagementWithRecord, sideOf } from '#services/engagements/lock-engagement-party.ts'
import { toSide } from '#services/engagements/to-contract-version.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'
import { StoredFile } from '../files/stored-file.ts'
import { Engagement, EngagementRole } from './engagement.ts'

const ContractState = builder.enumType('ContractState', { values: contractStates })
const DeliverableState = builder.enumType('DeliverableState', { values: deliverableStates })
const EngagementStep = builder.enumType('EngagementStep', { values: engagementSteps })
export const TerminationCause = builder.enumType('TerminationCause', { values: terminationCauses })

export const Contract = builder.prismaObject('Contract', {
  description: '合同: one version, proposed by one side and in force once the other agrees.',
  fields: (t) => ({
    contractVersion: t.exposeInt('contractVersion'),
    state: t.field({ type: ContractState, resolve: (one) => one.state }),
    feeFen: t.exposeInt('feeFen'),
    promisedWorkingDays: t.exposeInt('promisedWorkingDays', { description: 'From the day the first version came into force.' }),
    deliverDueOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.deliverDueOn) }),
    scope: t.exposeString('scope'),
    liability: t.exposeString('liability'),
    reasons: t.exposeString('reasons'),
    file: t.relation('file', { type: StoredFile, nullable: true }),
    proposedBySide: t.field({ type: EngagementRole, resolve: (one) => toSide(one.proposedBySide) }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    declineReasons: t.exposeString('declineReasons', { nullable: true }),
  }),
})

builder.prismaObject('Milestone', {
  description: '节点: a step on the way.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence'),
    title: t.exposeString('title'),
    dueOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.dueOn) }),
    doneAt: t.expose('doneAt', { type: 'DateTime', nullable: true }),
    confirmedAt: t.expose('confirmedAt', { type: 'DateTime', nullable: true }),
  }),
})

export const Deliverable = builder.prismaObject('Deliverable', {
  description: '服务成果: one version of the result.',
  fields: (t) => ({
    deliverableVersion: t.exposeInt('deliverableVersion'),
    state: t.field({ type: DeliverableState, resolve: (one) => one.state }),
    file: t.relation('file', { type: StoredFile, nullable: true }),
    note: t.exposeString('note'),
    submittedAt: t.expose('submittedAt', { type: 'DateTime' }),
    lateWorkingDays: t.exposeInt('lateWorkingDays', { description: 'Without the working days an earlier version lay with the owner.' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    isAcceptedBySilence: t.boolean({
      description: 'Nobody answered in time.',
      resolve: (one) => one.state === 'ACCEPTED' && one.answeredById === null,
    }),
    returnReasons: t.exposeString('returnReasons', { nullable: true }),
    engagementNumber: t.string({ select: { engagement: { select: { number: true } } }, resolve: (one) => one.engagement.number }),
  }),
})

interface OpenSteps {
  readonly record: EngagementRecord
  readonly side: EngagementSide
}

const TerminationOption = builder.objectRef<Cause>('TerminationOption').implement({
  description: 'A cause for which you could end the engagement now.',
  fields: (t) => ({
    cause: t.field({ type: TerminationCause, resolve: (cause) => cause }),
    basis: t.string({ resolve: (cause) => citeBasis(terminationRules[cause].basis) }),
    textZh: t.string({ resolve: (cause) => terminationRules[cause].basis.textZh }),
    textEn: t.string({ resolve: (cause) => terminationRules[cause].basis.textEn }),
    needsConsent: t.boolean({ resolve: (cause) => terminationRules[cause].needsConsent }),
  }),
})

const OpenStepsType = builder.objectRef<OpenSteps>('OpenSteps').implement({
  description: 'What you can do next, and nothing else.',
  fields: (t) => ({
    steps: t.field({ type: [EngagementStep], resolve: ({ record, side }) => stepsOpenTo(record, side) }),
    terminations: t.field({ type: [TerminationOption], resolve: ({ record, side }) => terminationsOpenTo(record, side) }),
    contractDueOn: t.field({ type: 'Day', resolve: ({ record }) => record.contractDueOn }),
    terminationProposedBy: t.field({ type: EngagementRole, nullable: true, resolve: ({ record }) => record.proposedBySide }),
    lateWorkingDays: t.int({ description: 'As of today, while nothing is delivered.', resolve: ({ record }) => record.lateWorkingDays }),
  }),
})

builder.prismaObjectFields(Engagement, (t) => ({
  contracts: t.relation('contracts', { query: { orderBy: { contractVersion: 'asc' } } }),
  milestones: t.relation('milestones', { query: { orderBy: { sequence: 'asc' } } }),
  deliverables: t.relation('deliverables', { query: { orderBy: { deliverableVersion: 'asc' } } }),
  terminatedAt: t.expose('terminatedAt', { type: 'DateTime', nullable: true }),
  terminationReasons: t.exposeString('terminationReasons', { nullable: true }),
  terminationCause: t.field({
    type: TerminationCause,
    nullable: true,
    resolve: ({ terminationCause }) => terminationCauses.find((cause) => cause === terminationCause) ?? null,
  }),
  terminationBasis: t.string({
    nullable: true,
    resolve: ({ terminationCause }) => {
      const cause = terminationCauses.find((one) => one === terminationCause)
      return cause ? citeBasis(terminationRules[cause].basis) : null
    },
  }),
  next: t.field({ type: OpenStepsType, resolve: ({ id }, _args, context) => openSteps(context, id) }),
}))

async function openSteps({ prisma, viewer, clock }: GraphqlContext, id: string): Promise<OpenSteps> {
  const row = await prisma.engagement.findUniqueOrThrow({ where: { id }, include: engagementWithRecord })
  return { record: await loadEngagementRecord(prisma, row, clock.now()), side: sideOf(row, viewer.subjectId) }
}
