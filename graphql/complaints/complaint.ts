import { answerClock, complaintKinds, complaintStates, isComplaintOpen } from '#domain/complaints/complaint.ts'
import { can } from '#domain/access/can.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { complaintFacts, visibleComplaints } from '#services/complaints/visible-complaints.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'
import { ProcedureFile, procedureFiles } from '../files/form-file.ts'
import { Party } from '../listings/party.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'

export const ComplaintKind = builder.enumType('ComplaintKind', { values: complaintKinds })
export const ComplaintState = builder.enumType('ComplaintState', { values: complaintStates })
export const AnswerClock = builder.enumType('AnswerClock', { values: ['DONE', 'RUNNING', 'LATE'] as const })

/** For the office that handles it. Of the sealed part only whether there is one. */
export const Complaint = builder.prismaNode('Complaint', {
  id: { field: 'id' },
  description: '投诉举报',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    kind: t.field({ type: ComplaintKind, resolve: ({ kind }) => kind }),
    state: t.field({ type: ComplaintState, resolve: ({ state }) => state }),
    about: t.exposeString('about', { description: 'Whom it is about, in the words of whoever filed it.' }),
    subject: t.relation('subject', { type: Party, nullable: true, description: 'The institution it is about, once recognised.' }),
    agencyName: t.string({
      nullable: true,
      select: { agency: { select: { nameZh: true } } },
      resolve: ({ agency }) => agency?.nameZh ?? null,
    }),
    statement: t.exposeString('statement'),
    occurredOn: t.field({ type: 'Day', nullable: true, resolve: ({ occurredOn }) => fromDbDayOrNull(occurredOn) }),
    isAnonymous: t.exposeBoolean('isAnonymous', { description: 'False: name and contact are sealed.' }),
    officeName: t.string({ select: { office: { select: { nameZh: true } } }, resolve: ({ office }) => office.nameZh }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    transferDueOn: t.field({ type: 'Day', resolve: ({ transferDueOn }) => fromDbDay(transferDueOn) }),
    clock: t.field({
      type: AnswerClock,
      resolve: ({ state, answerDueOn }, _args, { clock }) =>
        answerClock({ state, answerDueOn: fromDbDay(answerDueOn) }, shanghaiDayOf(clock.now())),
    }),
    isExtended: t.boolean({ resolve: ({ extendedAt }) => extendedAt !== null }),
    extensionReasons: t.exposeString('extensionReasons', { nullable: true }),
    transferReasons: t.exposeString('transferReasons', { nullable: true }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    caseNumber: t.string({
      nullable: true,
      description: 'The violation case it led to.',
      select: { case: { select: { number: true } } },
      resolve: (row) => row.case?.number ?? null,
    }),
    handlerName: t.string({
      nullable: true,
      resolve: async ({ handlerId }, _args, { prisma }) =>
        handlerId === null ? null : ((await prisma.user.findUnique({ where: { id: handlerId }, select: { name: true } }))?.name ?? null),
    }),
    mayHandle: t.boolean({
      description: 'Whether the viewer may take a step in it now.',
      resolve: (row, _args, { viewer }) => isComplaintOpen(row.state) && can(viewer, 'complaint.handle', complaintFacts(row)),
    }),
    mayTransfer: t.boolean({
      description: 'Still within the days for it, and not sent on before.',
      resolve: (row, _args, { viewer, clock }) =>
        (row.state === 'RECEIVED' || row.state === 'HANDLING') &&
        row.transferredAt === null &&
        shanghaiDayOf(clock.now()) <= fromDbDay(row.transferDueOn) &&
        can(viewer, 'complaint.handle', complaintFacts(row)),
    }),
    mayExtend: t.boolean({
      resolve: (row, _args, { viewer, clock }) =>
        row.state === 'HANDLING' &&
        row.extendedAt === null &&
        shanghaiDayOf(clock.now()) <= fromDbDay(row.answerDueOn) &&
        can(viewer, 'complaint.handle', complaintFacts(row)),
    }),
    mayUnseal: t.boolean({
      resolve: (row, _args, { viewer }) =>
        row.state === 'HANDLING' && !row.isAnonymous && can(viewer, 'complaint.unseal', complaintFacts(row)),
    }),
    isHandler: t.boolean({ resolve: ({ handlerId }, _args, { viewer }) => handlerId !== null && handlerId === viewer.userId }),
    files: t.field({ type: [ProcedureFile], resolve: ({ id }, _args, context) => procedureFiles(context, 'COMPLAINT', id) }),
    steps: t.field({
      type: [ProcedureStepType],
      resolve: async ({ id }, _args, { prisma }) => [...(await stepsOf(prisma, 'COMPLAINT', id, 'OFFICIALS'))],
    }),
  }),
})

builder.queryField('complaint', (t) =>
  t.prismaField({
    type: Complaint,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'complaint.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.complaint.findFirst({ ...query, where: { AND: [{ number }, visibleComplaints(viewer)] } }),
  }),
)
