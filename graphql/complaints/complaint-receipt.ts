import { answerClock } from '#domain/complaints/complaint.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Complaint } from '#prisma/generated/client.ts'
import { fileComplaint } from '#services/complaints/file-complaint.ts'
import type { FiledComplaint } from '#services/complaints/file-complaint.ts'
import { followComplaint } from '#services/complaints/follow-complaint.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'
import { AnswerClock, ComplaintKind, ComplaintState } from './complaint.ts'

const Receipt = builder.objectRef<Complaint>('ComplaintReceipt').implement({
  description: 'What became of a report or complaint, for whoever holds its receipt. Neither its words nor anything of who filed it.',
  fields: (t) => ({
    number: t.exposeString('number'),
    kind: t.field({ type: ComplaintKind, resolve: ({ kind }) => kind }),
    state: t.field({ type: ComplaintState, resolve: ({ state }) => state }),
    officeName: t.string({
      resolve: async ({ officeId }, _args, { prisma }) =>
        (await prisma.organisation.findUniqueOrThrow({ where: { id: officeId }, select: { nameZh: true } })).nameZh,
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    clock: t.field({
      type: AnswerClock,
      resolve: ({ state, answerDueOn }, _args, { clock }) =>
        answerClock({ state, answerDueOn: fromDbDay(answerDueOn) }, shanghaiDayOf(clock.now())),
    }),
    extensionReasons: t.exposeString('extensionReasons', { nullable: true }),
    transferReasons: t.exposeString('transferReasons', { nullable: true }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    steps: t.field({
      type: [ProcedureStepType],
      resolve: async ({ id }, _args, { prisma }) => [...(await stepsOf(prisma, 'COMPLAINT', id, 'PARTIES'))],
    }),
  }),
})

builder.queryField('complaintReceipt', (t) =>
  t.field({
    type: Receipt,
    nullable: true,
    description: 'Null for a wrong pair. Tries are limited.',
    args: { number: t.arg.string(), secret: t.arg.string() },
    authScopes: { public: true },
    errors: useCaseErrors,
    resolve: (_root, args, context) => followComplaint(context, args),
  }),
)

builder.relayMutationField(
  'fileComplaint',
  {
    inputFields: (t) => ({
      kind: t.field({ type: ComplaintKind }),
      uscc: t.string({ required: false, description: 'Of the institution it is about.' }),
      agencyId: t.string({ required: false, description: 'The public body it is about; of complaintBodies.' }),
      about: t.string({ description: 'Whom it is about, in your own words.' }),
      statement: t.string(),
      occurredOn: t.field({ type: 'Day', required: false }),
      name: t.string({ required: false, description: 'With contact, or neither. Sealed.' }),
      contact: t.string({ required: false, description: 'Sealed.' }),
      files: t.field({ type: [FormFile], required: false }),
    }),
  },
  {
    description: 'File a report or complaint; anybody may, with or without a name.',
    authScopes: { may: 'complaint.file' },
    errors: useCaseErrors,
    resolve: (_root, { input: { files, ...input } }, context): Promise<FiledComplaint> =>
      fileComplaint(context, { ...input, ...(files ? { files } : {}) }),
  },
  {
    outputFields: (t) => ({
      secret: t.string({ description: 'With the number it shows what became of it. Kept nowhere.', resolve: ({ secret }) => secret }),
      receipt: t.field({ type: Receipt, resolve: ({ id }, _args, { prisma }) => prisma.complaint.findUniqueOrThrow({ where: { id } }) }),
    }),
  },
)
