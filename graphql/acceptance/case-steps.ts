import { acceptCase } from '#services/acceptance/accept-case.ts'
import { closeCase, closeOutcomes } from '#services/acceptance/close-case.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { recordMaterials } from '#services/acceptance/record-materials.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ApprovalCase } from './approval-case.ts'
import { AcceptanceMode, FoundMaterialInput } from './mode-decision.ts'

const CaseOutcome = builder.enumType('ApprovalCaseOutcome', { values: closeOutcomes })

builder.relayMutationField(
  'openCase',
  {
    inputFields: (t) => ({
      approvalItemCode: t.string(),
      applicantCode: t.string({ description: 'USCC or resident identity number.' }),
      applicantName: t.string({ required: false, description: 'Needed for somebody the platform has never met.' }),
      projectName: t.string(),
      materials: t.field({ type: [FoundMaterialInput], required: false }),
    }),
  },
  {
    description: 'File an application at the counter of your agency.',
    authScopes: { may: 'case.open' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await openCase(context, input) }),
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
      supplementDueOn: t.string({ required: false, description: 'YYYY-MM-DD, promised for the supplement.' }),
      isPublicityAgreed: t.boolean({ required: false, description: 'Consent to publication; tolerant handling needs it.' }),
    }),
  },
  {
    description: 'Decide how an application is received, in a mode that is allowed at this moment.',
    authScopes: { may: 'case.accept' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await acceptCase(context, input) }),
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
  { inputFields: (t) => ({ number: t.string(), version: t.int(), outcome: t.field({ type: CaseOutcome }), reason: t.string() }) },
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
