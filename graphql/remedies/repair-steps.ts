import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { decideRepair, repairOutcomes } from '#services/remedies/decide-repair.ts'
import { visibleRepairs } from '#services/remedies/visible-remedies.ts'
import { withdrawRepair } from '#services/remedies/withdraw-repair.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { howServed, ServiceMethod } from '../procedures/service-method.ts'
import { CreditRepair } from './credit-repair.ts'

const RepairOutcome = builder.enumType('RepairOutcome', { values: repairOutcomes })

const StepTaken = builder.objectRef<{ readonly id: string }>('RepairStepTaken').implement({
  description: 'The repair after the step.',
  fields: (t) => ({
    repair: t.prismaField({
      type: CreditRepair,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.creditRepair.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleRepairs(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'applyForRepair',
  {
    inputFields: (t) => ({
      entryNumber: t.string(),
      correction: t.string({ description: 'How the wrong was corrected.' }),
      performance: t.string({ description: 'How obligations were fully performed.' }),
      commitment: t.string({ description: 'The credit commitment; it is published with the entry.' }),
      files: t.field({ type: [FormFile], required: false }),
    }),
  },
  {
    description: 'Apply for the repair of an entry of yours, from the day on which its least publicity is over.',
    authScopes: { may: 'repair.apply' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { files, ...input } }, context) => ({
      id: await applyForRepair(context, { ...input, files: files ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawRepair',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take your application for repair back before it is answered.',
    authScopes: { may: 'repair.apply' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawRepair(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideRepair',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: RepairOutcome }),
      isCorrected: t.boolean({ description: 'What you found, not what the party says.' }),
      isPerformed: t.boolean({ description: 'The same.' }),
      basis: t.string(),
      reasons: t.string(),
      serviceMethod: t.field({ type: ServiceMethod, required: false, description: howServed }),
    }),
  },
  {
    description: 'Grant or refuse a repair. Granted, publicity and effects end at once and together.',
    authScopes: { may: 'repair.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideRepair(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
