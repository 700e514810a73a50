import { acceptCase } from '#services/acceptance/accept-case.ts'
import { closeCase, closeOutcomes } from '#services/acceptance/close-case.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { recordMaterials } from '#services/acceptance/record-materials.ts'
import { signatureMethods } from '#services/commitments/signed-promise.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ApprovalCase } from './approval-case.ts'
import { NonAcceptanceGround } from './case-course.ts'
import { AcceptanceMode, FoundMaterialInput } from './mode-decision.ts'

const SignatureMethod = builder.enumType('SignatureMethod', { values: signatureMethods })
const MaterialDueDay = builder.inputType('MaterialDueDay', {
  description: 'The day promised for one material.',
  fields: (t) => ({ materialSeq: t.int(), dueOn: t.string({ description: 'YYYY-MM-DD' }) }),
})
const CounterChannel = builder.enumType('CounterChannel', { values: ['WINDOW', 'POST'] as const })
const CaseOutcome = builder.enumType('ApprovalCaseOutcome', { values: closeOutcomes })

builder.relayMutationField(
  'openCase',
  {
    inputFields: (t) => ({
      approvalItemCode: t.string(),
      applicantCode: t.string({ description: 'USCC or resident identity number.' }),
      applicantName: t.string({ required: false, description: 'Needed for somebody the platform has never met.' }),
      projectName: t.string(),
      projectCode: t.string({ required: false, description: '项目代码' }),
      channel: t.field({ type: CounterChannel, required: false, description: 'WINDOW if left out; what comes by a key is SYSTEM.' }),
      receivedOn: t.string({ required: false, description: 'YYYY-MM-DD, of what came by post.' }),
      externalNumber: t.string({ required: false, description: 'Your own number: filed again under it, it is the same case.' }),
      materials: t.field({ type: [FoundMaterialInput], required: false }),
    }),
  },
  {
    description: 'File an application at the counter of your agency.',
    authScopes: { may: 'case.open' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { channel, ...input } }, context) => ({
      id: await openCase(context, { ...input, ...(channel && { channel }) }),
    }),
  },
  {
    outputFields: (t) => ({
      case: t.prismaField({
        type: ApprovalCase,
        resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'recordMaterials',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), materials: t.field({ type: [FoundMaterialInput] }) }) },
  {
    description: 'Record what was found of each material; again after a correction notice.',
    authScopes: { may: 'case.accept' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await recordMaterials(context, input) }),
  },
  {
    outputFields: (t) => ({
      case: t.prismaField({
        type: ApprovalCase,
        resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'acceptCase',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      mode: t.field({ type: AcceptanceMode }),
      signerName: t.string({ required: false, description: 'Who signs the commitment letter.' }),
      signatureMethod: t.field({ type: SignatureMethod, required: false, description: 'TYPED if left out.' }),
      signedPaper: t.field({ type: [FormFile], required: false, description: 'The signed paper as an image, for PAPER_IMAGE.' }),
      supplementDueOn: t.string({ required: false, description: 'YYYY-MM-DD, promised for every material without a day of its own.' }),
      dueDays: t.field({ type: [MaterialDueDay], required: false, description: 'Materials with a day of their own.' }),
      isPublicityAgreed: t.boolean({ required: false, description: 'Consent to publication; tolerant handling needs it.' }),
    }),
  },
  {
    description: 'Decide how an application is received, in a mode that is allowed at this moment.',
    authScopes: { may: 'case.accept' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { signatureMethod, signedPaper, dueDays, ...input } }, context) => ({
      id: await acceptCase(context, {
        ...input,
        ...(signatureMethod && { signatureMethod }),
        signedPaper: signedPaper ?? [],
        dueDays: dueDays ?? [],
      }),
    }),
  },
  {
    outputFields: (t) => ({
      case: t.prismaField({
        type: ApprovalCase,
        resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'closeCase',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: CaseOutcome }),
      reason: t.string(),
      ground: t.field({ type: NonAcceptanceGround, required: false, description: 'A non-acceptance names it.' }),
    }),
  },
  {
    description: 'End a case, with its reason.',
    authScopes: { may: 'case.accept' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await closeCase(context, input) }),
  },
  {
    outputFields: (t) => ({
      case: t.prismaField({
        type: ApprovalCase,
        resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
