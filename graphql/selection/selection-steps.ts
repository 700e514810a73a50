import { announceSelection } from '#services/selection/announce-selection.ts'
import { answerClarification } from '#services/selection/answer-clarification.ts'
import { cancelSelection } from '#services/selection/cancel-selection.ts'
import { draftSelection } from '#services/selection/draft-selection.ts'
import { reAnnounce } from '#services/selection/re-announce.ts'
import { reviseSelection } from '#services/selection/revise-selection.ts'
import { criterionKinds } from '#domain/selection/criteria.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { Clarification } from './clarification.ts'
import { FundSource, SelectionMode } from './selection-enums.ts'
import { SelectionStepTaken } from './selection-taken.ts'

const CriterionKind = builder.enumType('SelectionCriterionKind', { values: criterionKinds })
const CriterionInput = builder.inputType('SelectionCriterionInput', {
  fields: (t) => ({
    key: t.string({ description: 'Short name within the selection.' }),
    title: t.string(),
    kind: t.field({ type: CriterionKind }),
    weight: t.int({ description: 'Hundredths of the whole.' }),
  }),
})

const DraftInput = builder.inputType('SelectionDraftInput', {
  fields: (t) => ({
    projectName: t.string(),
    mode: t.field({ type: SelectionMode }),
    fundSource: t.field({ type: FundSource }),
    serviceItemCode: t.string(),
    divisionCode: t.string(),
    size: t.float({ required: false, description: 'In the item’s fee unit, where one is set.' }),
    requirements: t.string(),
    ceilingFen: t.int({ required: false }),
    maxWorkingDays: t.int({ required: false }),
    criteria: t.field({ type: [CriterionInput], required: false, description: 'Comparative mode only.' }),
    preselectionPoolNumber: t.string({ required: false }),
  }),
})

const TimesInput = builder.inputType('SelectionTimesInput', {
  fields: (t) => ({
    signUpOpensAt: t.field({ type: 'DateTime', required: false, description: 'Left out: at once.' }),
    signUpClosesAt: t.field({ type: 'DateTime', description: 'The line, by the server’s clock.' }),
    opensAt: t.field({ type: 'DateTime', required: false, description: 'Of sealed quotes; left out: once sign-up is closed.' }),
  }),
})

const ownerOnly = { authScopes: { may: 'selection.manage' }, errors: useCaseErrors } as const

builder.relayMutationField(
  'draftSelection',
  { inputFields: (t) => ({ draft: t.field({ type: DraftInput }) }) },
  {
    description: 'Begin a selection as a draft that you alone see.',
    authScopes: { may: 'selection.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { clientMutationId, draft } }, context) => ({
      id: await draftSelection(context, { clientMutationId, ...draft, criteria: draft.criteria ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'reviseSelection',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), draft: t.field({ type: DraftInput }) }) },
  {
    ...ownerOnly,
    description: 'Change a draft.',
    resolve: async (_root, { input: { draft, ...step } }, context) => ({
      id: await reviseSelection(context, { ...step, ...draft, criteria: draft.criteria ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'announceSelection',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), times: t.field({ type: TimesInput }) }) },
  {
    ...ownerOnly,
    description: 'Announce a draft. Nothing of it changes from here on.',
    resolve: async (_root, { input: { times, ...step } }, context) => ({ id: await announceSelection(context, { ...step, ...times }) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'reAnnounceSelection',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), times: t.field({ type: TimesInput }) }) },
  {
    ...ownerOnly,
    description: 'Announce a failed selection once more, on the same terms; answers with the new round.',
    resolve: async (_root, { input: { times, ...step } }, context) => ({ id: await reAnnounce(context, { ...step, ...times }) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'cancelSelection',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    ...ownerOnly,
    description: 'End a selection before anything was opened or drawn, with reasons that everyone may read.',
    resolve: async (_root, { input }, context) => ({ id: await cancelSelection(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'answerClarification',
  { inputFields: (t) => ({ number: t.string(), clarificationKey: t.string(), answer: t.string() }) },
  {
    ...ownerOnly,
    description: 'Answer a question, once and for everyone.',
    resolve: async (_root, { input: { clarificationKey: clarificationId, ...input } }, context) => ({
      id: await answerClarification(context, { ...input, clarificationId }),
    }),
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
