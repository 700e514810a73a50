import type { complaintConsequences } from '#domain/complaints/complaint.ts'
import type { Permission } from '#domain/access/can.ts'
import { answerComplaint } from '#services/complaints/answer-complaint.ts'
import { extendComplaint } from '#services/complaints/extend-complaint.ts'
import { refuseComplaint } from '#services/complaints/refuse-complaint.ts'
import { takeUpComplaint } from '#services/complaints/take-up-complaint.ts'
import { transferComplaint } from '#services/complaints/transfer-complaint.ts'
import { unsealComplainant } from '#services/complaints/unseal-complainant.ts'
import { visibleComplaints } from '#services/complaints/visible-complaints.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Complaint } from './complaint.ts'

const Consequence = builder.enumType('ComplaintConsequence', {
  values: {
    CREDIT_EVENT: { description: 'It counts on the credit record.' },
    CASE: { description: 'A violation case is opened, in which another investigates and a third decides.' },
    NONE: { description: 'About a public body or nobody known; or it was not true.' },
  } as const satisfies Record<(typeof complaintConsequences)[number], object>,
})

const handle: { may: Permission } = { may: 'complaint.handle' }

const StepTaken = builder.objectRef<{ readonly id: string }>('ComplaintStepTaken').implement({
  description: 'The complaint after the step.',
  fields: (t) => ({
    complaint: t.prismaField({
      type: Complaint,
      nullable: true,
      description: "Null once it was sent on: it is another office's now.",
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.complaint.findFirst({ ...query, where: { AND: [{ id }, visibleComplaints(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'takeUpComplaint',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), uscc: t.string({ required: false }) }) },
  {
    description: 'Take a complaint up, or over from a colleague; say which institution it is about where that was not recognised.',
    authScopes: handle,
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await takeUpComplaint(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'transferComplaint',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), officeId: t.string(), reasons: t.string() }) },
  {
    description: 'Send a misaddressed complaint on, once and in time.',
    authScopes: handle,
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await transferComplaint(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'extendComplaint',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'The one extension of the answer.',
    authScopes: handle,
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await extendComplaint(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'refuseComplaint',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Do not admit a complaint, with reasons.',
    authScopes: handle,
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await refuseComplaint(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'answerComplaint',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      isSubstantiated: t.boolean(),
      consequence: t.field({ type: Consequence, required: false, description: 'NONE if left out.' }),
      answer: t.string({ description: 'As whoever complained reads it.' }),
      finding: t.string({ required: false, description: "As the party concerned reads it; in the officer's words." }),
      occurredOn: t.field({
        type: 'Day',
        required: false,
        description: 'As the party concerned reads it; the day of the answer if left out.',
      }),
      violationCode: t.string({ required: false, description: 'For a case.' }),
    }),
  },
  {
    description: 'Answer a complaint.',
    authScopes: handle,
    errors: useCaseErrors,
    resolve: async (_root, { input: { consequence, finding, ...input } }, context) => ({
      id: await answerComplaint(context, { ...input, ...(consequence ? { consequence } : {}), ...(finding ? { finding } : {}) }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'unsealComplainant',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reason: t.string() }) },
  {
    description: 'Open the sealed part, with a reason; each opening is on record.',
    authScopes: { may: 'complaint.unseal' },
    errors: useCaseErrors,
    resolve: (_root, { input }, context) => unsealComplainant(context, input),
  },
  { outputFields: (t) => ({ name: t.exposeString('name'), contact: t.exposeString('contact') }) },
)
