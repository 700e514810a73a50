import { closeWithoutFinding } from '#services/listings/close-without-finding.ts'
import { decideViolation, decisionOutcomes } from '#services/listings/decide-violation.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { liftSuspension } from '#services/listings/lift-suspension.ts'
import { orderSuspension } from '#services/listings/order-suspension.ts'
import { reportViolation } from '#services/listings/report-violation.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { visibleCases } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ViolationCase } from './violation-case.ts'

const DecisionOutcome = builder.enumType('DecisionOutcome', { values: decisionOutcomes })

/** A file of evidence as a form gives it. */
export const EvidenceInput = builder.inputType('EvidenceInput', {
  fields: (t) => ({
    fileName: t.string(),
    content: t.field({ type: 'Bytes', description: 'PDF, PNG, JPEG, OFD, DOCX or XLSX by its content, 10 MB at most.' }),
  }),
})

/** What every step of a case answers with. */
export const StepTaken = builder.objectRef<{ readonly id: string }>('CaseStepTaken').implement({
  description: 'The case after the step.',
  fields: (t) => ({
    number: t.string({
      resolve: async ({ id }, _args, { prisma }) => (await prisma.violationCase.findUniqueOrThrow({ where: { id } })).number,
    }),
    case: t.prismaField({
      type: ViolationCase,
      nullable: true,
      description: 'Null for a window officer, who may report but not look into cases.',
      resolve: (query, { id }, _args, context) =>
        context.prisma.violationCase.findFirst({ ...query, where: { AND: [{ id }, visibleCases(context.viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'reportViolation',
  {
    inputFields: (t) => ({
      uscc: t.string(),
      practitionerId: t.string({ required: false }),
      violationCode: t.string(),
      occurredOn: t.field({ type: 'Day' }),
      facts: t.string(),
      evidence: t.field({ type: [EvidenceInput] }),
    }),
  },
  {
    description: 'Report a violation by an institution or one of its practitioners, with evidence.',
    authScopes: { may: 'violation.report' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await reportViolation(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'startInvestigation',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take a reported case.',
    authScopes: { may: 'violation.investigate' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await startInvestigation(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'serveAdvanceNotice',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      facts: t.string(),
      basis: t.string(),
      intendedMeasure: t.string(),
      rightToDefend: t.string(),
      investigationNote: t.string({ required: false }),
    }),
  },
  {
    description: 'Serve the advance notice; the defence window opens.',
    authScopes: { may: 'violation.notify' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await serveAdvanceNotice(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'closeWithoutFinding',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Close a case in which nothing was established.',
    authScopes: { may: 'violation.notify' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await closeWithoutFinding(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'fileDefence',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), statement: t.string(), isWaiver: t.boolean() }) },
  {
    description: 'State the defence, or waive it in writing.',
    authScopes: { may: 'violation.defend' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await fileDefence(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'orderSuspension',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      untilOn: t.field({ type: 'Day' }),
      basis: t.string(),
      reasons: t.string(),
    }),
  },
  {
    description: 'Suspend the party for some days while the case is open.',
    authScopes: { may: 'violation.suspend' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await orderSuspension(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'liftSuspension',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Lift the suspension.',
    authScopes: { may: 'violation.suspend' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await liftSuspension(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideViolation',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: DecisionOutcome }),
      basis: t.string(),
      reasons: t.string(),
      publicUntilOn: t.field({ type: 'Day', required: false }),
      publicationReason: t.string({ required: false }),
    }),
  },
  {
    description: 'Decide the case. A listing takes effect at once.',
    authScopes: { may: 'violation.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideViolation(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
