import { caseStates } from '#domain/acceptance/case-state.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { attachableDeliverables } from '#services/acceptance/attachable-deliverables.ts'
import type { AttachableDeliverable } from '#services/acceptance/attachable-deliverables.ts'
import { previewCase } from '#services/acceptance/preview-modes.ts'
import { visibleApprovalCases } from '#services/acceptance/visible-cases.ts'
import { gapsOf } from '#services/acceptance/gaps-of.ts'
import { nonAcceptanceGround, noticedMaterials } from '#services/acceptance/case-papers.ts'
import { timeLimitOf } from '#services/acceptance/time-limit-of.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'
import { StoredFile } from '../files/stored-file.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'
import { FilingGapType, IntakeChannel, NonAcceptanceGround, NoticedMaterialType, TimeLimitType } from './case-course.ts'
import { Deliverable } from '../engagements/contract.ts'
import { Party } from '../listings/party.ts'
import { AcceptanceMode, MaterialPresence, ModesPreviewType } from './mode-decision.ts'

export const ApprovalCaseState = builder.enumType('ApprovalCaseState', { values: caseStates })

const AttachableDeliverableType = builder.objectRef<AttachableDeliverable>('AttachableDeliverable').implement({
  description: 'A result that could serve as a material of the case.',
  fields: (t) => ({
    seq: t.exposeInt('seq', { description: 'Of the material.' }),
    engagementNumber: t.exposeString('engagementNumber'),
    intermediaryName: t.exposeString('intermediaryName'),
    deliverableVersion: t.exposeInt('deliverableVersion'),
  }),
})

builder.prismaObject('CaseMaterial', {
  description: 'A required material as the officer found it.',
  fields: (t) => ({
    presence: t.field({ type: MaterialPresence, resolve: (one) => one.presence }),
    note: t.exposeString('note', { nullable: true }),
    material: t.relation('material'),
    files: t.field({
      type: [StoredFile],
      description: 'Handed in for it.',
      select: { files: { include: { file: true }, orderBy: { addedAt: 'asc' } } },
      resolve: ({ files }) => files.map(({ file }) => file),
    }),
    deliverable: t.relation('deliverable', {
      type: Deliverable,
      nullable: true,
      description: 'The result of the applicant’s engagement that serves as this material, or is offered as it.',
    }),
  }),
})

export const ApprovalCase = builder.prismaNode('ApprovalCase', {
  id: { field: 'id' },
  description: '办件',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    state: t.field({ type: ApprovalCaseState, resolve: (one) => one.state }),
    mode: t.field({ type: AcceptanceMode, nullable: true, resolve: (one) => one.mode }),
    projectName: t.exposeString('projectName'),
    approvalItem: t.relation('approvalItem'),
    organisationId: t.exposeString('agencyId', { description: 'Of the agency.' }),
    agencyName: t.string({ select: { agency: { select: { nameZh: true } } }, resolve: (one) => one.agency.nameZh }),
    applicant: t.relation('applicant', { type: Party }),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    acceptedAt: t.expose('acceptedAt', { type: 'DateTime', nullable: true }),
    channel: t.field({ type: IntakeChannel, resolve: (one) => one.channel }),
    projectCode: t.exposeString('projectCode', { nullable: true, description: '项目代码' }),
    externalNumber: t.exposeString('externalNumber', { nullable: true, description: 'The office’s own number of it.' }),
    isTakenUp: t.boolean({ description: 'An officer answers for it.', resolve: ({ officerId }) => officerId !== null }),
    isDeemedAccepted: t.exposeBoolean('isDeemedAccepted', { description: 'Nobody gave a correction notice in time.' }),
    acceptanceNumber: t.exposeString('acceptanceNumber', { nullable: true, description: '受理通知书' }),
    correctionNumber: t.exposeString('correctionNumber', { nullable: true, description: '补正通知书' }),
    correctionNoticedAt: t.expose('correctionNoticedAt', { type: 'DateTime', nullable: true }),
    nonAcceptanceNumber: t.exposeString('nonAcceptanceNumber', { nullable: true, description: '不予受理通知书' }),
    nonAcceptanceGround: t.field({
      type: NonAcceptanceGround,
      nullable: true,
      resolve: ({ id, nonAcceptanceNumber }, _args, { prisma }) => (nonAcceptanceNumber ? nonAcceptanceGround(prisma, id) : null),
    }),
    noticedMaterials: t.field({
      type: [NoticedMaterialType],
      description: 'What the correction notice listed, as it went out.',
      resolve: async ({ id, correctionNumber }, _args, { prisma }) => (correctionNumber ? [...(await noticedMaterials(prisma, id))] : []),
    }),
    pauses: t.relation('pauses', { query: { orderBy: { startedAt: 'asc' } } }),
    exceptions: t.relation('exceptions', { query: { orderBy: { grantedAt: 'asc' } } }),
    timeLimit: t.field({
      type: TimeLimitType,
      nullable: true,
      description: 'Null where none runs.',
      resolve: (one, _args, context) => timeLimitOf(context, one),
    }),
    gaps: t.field({
      type: [FilingGapType],
      description: 'Of a draft: what is missing.',
      resolve: async (one, _args, context) => [...(await gapsOf(context, one))],
    }),
    steps: t.field({
      type: [ProcedureStepType],
      description: '办理经过, as you may see it.',
      resolve: async ({ id, applicantId }, _args, { prisma, viewer }) => [
        ...(await stepsOf(prisma, 'APPROVAL_CASE', id, viewer.subjectId === applicantId ? 'PARTIES' : 'OFFICIALS')),
      ],
    }),
    decisionDueOn: t.field({ type: 'Day', nullable: true, resolve: (one) => fromDbDayOrNull(one.decisionDueOn) }),
    noticeLastOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Last day on which the one correction notice can go out.',
      resolve: (one) => fromDbDayOrNull(one.correctionDueOn),
    }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    closeReason: t.exposeString('closeReason', { nullable: true }),
    modesOffered: t.field({
      type: 'JSON',
      description: 'ModeDecision[] as offered when it was decided.',
      resolve: (one) => one.modesOffered,
    }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    materials: t.relation('materials', { query: { orderBy: { material: { seq: 'asc' } } } }),
    commitments: t.relation('commitments', { query: { orderBy: { signedAt: 'asc' } } }),
    checkReceiptNumber: t.string({
      nullable: true,
      select: { checkReceipt: { select: { number: true } } },
      resolve: (one) => one.checkReceipt?.number ?? null,
    }),
    attachable: t.field({
      type: [AttachableDeliverableType],
      description: 'Accepted results of the applicant that could serve as a material here.',
      resolve: (one, _args, { prisma }) => attachableDeliverables(prisma, one),
    }),
    preview: t.field({
      type: ModesPreviewType,
      nullable: true,
      description: 'What could be done with it now; null once it was accepted or ended.',
      resolve: (one, _args, context) => previewCase(context, one),
    }),
  }),
})

builder.queryField('approvalCase', (t) =>
  t.prismaField({
    type: ApprovalCase,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'case.view' },
    resolve: (query, _root, { number }, context) =>
      context.prisma.approvalCase.findFirst({ ...query, where: { AND: [{ number }, visibleApprovalCases(context.viewer)] } }),
  }),
)
