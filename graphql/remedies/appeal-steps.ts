import { appealOutcomes, decideAppeal } from '#services/remedies/decide-appeal.ts'
import { fileAppeal } from '#services/remedies/file-appeal.ts'
import { refuseAppealAdmission } from '#services/remedies/refuse-appeal-admission.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { withdrawAppeal } from '#services/remedies/withdraw-appeal.ts'
import { visibleAppeals } from '#services/remedies/visible-remedies.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { howServed, ServiceMethod } from '../procedures/service-method.ts'
import { Appeal } from './appeal.ts'

const AppealOutcome = builder.enumType('AppealOutcome', { values: appealOutcomes })

const StepTaken = builder.objectRef<{ readonly id: string }>('AppealStepTaken').implement({
  description: 'The appeal after the step.',
  fields: (t) => ({
    appeal: t.prismaField({
      type: Appeal,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.appeal.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleAppeals(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'fileAppeal',
  {
    inputFields: (t) => ({
      caseNumber: t.string(),
      grounds: t.string(),
      request: t.string({ description: 'What you ask for.' }),
      files: t.field({ type: [FormFile], required: false }),
    }),
  },
  {
    description: 'Appeal the decision of your case, within 10 working days of its service. The entry is marked at once.',
    authScopes: { may: 'appeal.file' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { files, ...input } }, context) => ({
      id: await fileAppeal(context, { ...input, files: files ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawAppeal',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take your appeal back before it is answered.',
    authScopes: { may: 'appeal.file' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawAppeal(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'startAppealReview',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take up an appeal: of a body outside the chain of who decided.',
    authScopes: { may: 'appeal.review' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await startAppealReview(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'refuseAppealAdmission',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      basis: t.string(),
      reasons: t.string(),
      serviceMethod: t.field({ type: ServiceMethod, required: false, description: howServed }),
    }),
  },
  {
    description: 'Do not admit an appeal, with reasons.',
    authScopes: { may: 'appeal.review' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await refuseAppealAdmission(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideAppeal',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: AppealOutcome }),
      basis: t.string(),
      reasons: t.string(),
      newUntilOn: t.field({
        type: 'Day',
        required: false,
        description: 'VARIED: the new last public day; left out, the entry falls and the finding stays.',
      }),
      serviceMethod: t.field({ type: ServiceMethod, required: false, description: howServed }),
    }),
  },
  {
    description: 'Decide afresh. What follows for entry, points and standing takes effect at once.',
    authScopes: { may: 'appeal.review' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideAppeal(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
