import { askClarification } from '#services/selection/ask-clarification.ts'
import { decideObjection } from '#services/selection/decide-objection.ts'
import { objectToResult } from '#services/selection/object-to-result.ts'
import { signUp } from '#services/selection/sign-up.ts'
import { stepBack } from '#services/selection/step-back.ts'
import { withdrawObjection } from '#services/selection/withdraw-objection.ts'
import { withdrawSignUp } from '#services/selection/withdraw-sign-up.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Clarification } from './clarification.ts'
import { ObjectionConsequence } from './selection-enums.ts'
import { SelectionStepTaken } from './selection-taken.ts'
import { SignUp } from './sign-up.ts'

const ObjectionOutcome = builder.enumType('SelectionObjectionOutcome', { values: ['UPHELD', 'REJECTED'] } as const)

const SignUpTaken = builder.objectRef<{ readonly id: string }>('SignUpTaken').implement({
  description: 'Your own sign-up after the step.',
  fields: (t) => ({
    signUp: t.prismaField({
      type: SignUp,
      nullable: true,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        viewer.subjectId === null
          ? null
          : prisma.signUp.findFirst({ ...query, where: { id, intermediary: { subjectId: viewer.subjectId } } }),
    }),
  }),
})

const bidderOnly = { authScopes: { may: 'selection.signUp' }, errors: useCaseErrors } as const

builder.relayMutationField(
  'signUpForSelection',
  {
    inputFields: (t) => ({
      number: t.string(),
      practitionerKeys: t.stringList({ description: 'The team that would do the work.' }),
      plan: t.string({ required: false, description: 'Where quotes are sealed it belongs into the quote.' }),
      contributionHash: t.string({ required: false, description: 'SHA-256 (hex) of a contribution to the draw, revealed after closing.' }),
      deviceToken: t.string({ required: false, description: 'For collusion signals; kept as a keyed hash only.' }),
    }),
  },
  {
    ...bidderOnly,
    description: 'Sign your firm up. What the server received before the line counts.',
    resolve: async (_root, { input: { practitionerKeys: practitionerIds, ...input } }, context) => ({
      id: await signUp(context, { ...input, practitionerIds }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SignUpTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawSignUp',
  { inputFields: (t) => ({ number: t.string() }) },
  {
    ...bidderOnly,
    description: 'Take your sign-up back, before the line.',
    resolve: async (_root, { input }, context) => ({ id: await withdrawSignUp(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SignUpTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'stepBackFromSelection',
  { inputFields: (t) => ({ number: t.string(), reasons: t.string() }) },
  {
    ...bidderOnly,
    description: 'Step back after closing, with reasons that everyone may read.',
    resolve: async (_root, { input }, context) => ({ id: await stepBack(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SignUpTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'askClarification',
  { inputFields: (t) => ({ number: t.string(), question: t.string() }) },
  {
    ...bidderOnly,
    description: 'Ask the owner. The question is public, you are not named.',
    resolve: async (_root, { input }, context) => ({ id: await askClarification(context, input) }),
  },
  {
    outputFields: (t) => ({
      clarification: t.prismaField({
        type: Clarification,
        resolve: (query, { id }, _args, { prisma }) => prisma.clarification.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'objectToResult',
  { inputFields: (t) => ({ number: t.string(), grounds: t.string() }) },
  {
    description: 'Object to the result of a selection you took part in; its publicity pauses until you have an answer.',
    authScopes: { may: 'selection.object' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ objectionNumber: await objectToResult(context, input) }),
  },
  { outputFields: (t) => ({ objectionNumber: t.exposeString('objectionNumber') }) },
)

builder.relayMutationField(
  'withdrawSelectionObjection',
  { inputFields: (t) => ({ number: t.string({ description: 'The selection’s number.' }) }) },
  {
    description: 'Take your open objection back.',
    authScopes: { may: 'selection.object' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawObjection(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideSelectionObjection',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'The selection’s number.' }),
      objectionNumber: t.string(),
      outcome: t.field({ type: ObjectionOutcome }),
      consequence: t.field({ type: ObjectionConsequence, required: false, description: 'Of an upheld one.' }),
      reasons: t.string(),
    }),
  },
  {
    description: 'Answer an objection, as the supervising body.',
    authScopes: { may: 'selection.supervise' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await decideObjection(context, { ...input, consequence: input.consequence ?? null }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)
