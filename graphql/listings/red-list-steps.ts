import { answerNominationObjection } from '#services/listings/answer-nomination-objection.ts'
import { decideRedListNomination } from '#services/listings/decide-red-list-nomination.ts'
import { turnDownNomination, withdrawNomination } from '#services/listings/end-nomination.ts'
import { nominateForRedList } from '#services/listings/nominate-for-red-list.ts'
import { startRedListPublicity } from '#services/listings/start-red-list-publicity.ts'
import { visibleNominations } from '#services/listings/visible-nominations.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { RedListNomination } from './red-list-nomination.ts'

const AnswerOutcome = builder.enumType('RedListAnswerOutcome', { values: ['UPHELD', 'REJECTED'] } as const)

const StepTaken = builder.objectRef<{ readonly id: string }>('NominationStepTaken').implement({
  description: 'The nomination after the step.',
  fields: (t) => ({
    nomination: t.prismaField({
      type: RedListNomination,
      nullable: true,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.redListNomination.findFirst({ ...query, where: { AND: [{ id }, visibleNominations(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'nominateForRedList',
  {
    inputFields: (t) => ({
      uscc: t.string(),
      practitionerId: t.string({ required: false }),
      reasons: t.string(),
      basis: t.string(),
    }),
  },
  {
    description: 'Nominate an organisation, or a practitioner of it, for the red list, in the name of your authority.',
    authScopes: { may: 'redList.nominate' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await nominateForRedList(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'startRedListPublicity',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Put a nomination before the public.',
    authScopes: { may: 'redList.examine' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await startRedListPublicity(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'turnDownNomination',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Turn a nomination down before any publicity.',
    authScopes: { may: 'redList.examine' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await turnDownNomination(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawNomination',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: "Take your authority's nomination back.",
    authScopes: { may: 'redList.withdraw' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawNomination(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'answerNominationObjection',
  {
    inputFields: (t) => ({
      number: t.string({ description: "The nomination's number." }),
      version: t.int(),
      objectionNumber: t.string(),
      outcome: t.field({ type: AnswerOutcome }),
      reasons: t.string(),
    }),
  },
  {
    description: 'Answer an objection with reasons. One that is upheld keeps the nominee off the list.',
    authScopes: { may: 'redList.examine' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await answerNominationObjection(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideNomination',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), isListed: t.boolean(), reasons: t.string() }) },
  {
    description: 'Decide a nomination after its publicity. A listing takes effect at once.',
    authScopes: { may: 'redList.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideRedListNomination(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
