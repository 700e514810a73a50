import { enterLotteryNumbers } from '#services/selection/enter-lottery-numbers.ts'
import { explainQuote } from '#services/selection/explain-quote.ts'
import { pickFromShortlist } from '#services/selection/pick-from-shortlist.ts'
import { revealContribution } from '#services/selection/reveal-contribution.ts'
import { scoreSignUps } from '#services/selection/score-sign-ups.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { SelectionStepTaken } from './selection-taken.ts'

const ScoreInput = builder.inputType('SignUpScoreInput', {
  fields: (t) => ({
    signUpKey: t.string(),
    criterion: t.string({ description: 'Key of a criterion the owner scores.' }),
    points: t.float({ description: '0–100, two decimals at most.' }),
    reasons: t.string(),
  }),
})

builder.relayMutationField(
  'scoreSignUps',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), scores: t.field({ type: [ScoreInput] }) }) },
  {
    description: 'Score every bidder on every criterion, with reasons, all at once and for good.',
    authScopes: { may: 'selection.manage' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { scores, ...input } }, context) => ({
      id: await scoreSignUps(context, { ...input, scores: scores.map(({ signUpKey: signUpId, ...score }) => ({ ...score, signUpId })) }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'pickFromShortlist',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), signUpKey: t.string(), reasons: t.string() }) },
  {
    description: 'Pick one of the shortlist that was drawn, with reasons that everyone reads.',
    authScopes: { may: 'selection.manage' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { signUpKey: signUpId, ...input } }, context) => ({
      id: await pickFromShortlist(context, { ...input, signUpId }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)

const BidderStepTaken = builder.objectRef<{ readonly number: string }>('BidderStepTaken').implement({
  description: 'Your step was taken.',
  fields: (t) => ({ number: t.exposeString('number') }),
})

builder.relayMutationField(
  'explainQuote',
  { inputFields: (t) => ({ number: t.string(), explanation: t.string() }) },
  {
    description: 'Explain your quote in writing, where it is abnormally low; everyone reads it.',
    authScopes: { may: 'selection.signUp' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await explainQuote(context, input)
      return { number: input.number }
    },
  },
  { outputFields: (t) => ({ taken: t.field({ type: BidderStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'revealContribution',
  { inputFields: (t) => ({ number: t.string(), contribution: t.string({ description: 'The very text whose SHA-256 you handed in.' }) }) },
  {
    description: 'Reveal the contribution to the draw that you committed to at sign-up.',
    authScopes: { may: 'selection.signUp' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await revealContribution(context, input)
      return { number: input.number }
    },
  },
  { outputFields: (t) => ({ taken: t.field({ type: BidderStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'enterLotteryNumbers',
  {
    inputFields: (t) => ({
      number: t.string({ description: 'The selection’s number.' }),
      issue: t.string({ description: 'The lottery’s own number of the drawing.' }),
      red: t.intList(),
      blue: t.int(),
    }),
  },
  {
    description:
      'Enter the numbers of the announced public drawing. A second person confirms them by entering the same without seeing yours.',
    authScopes: { may: 'draw.enterLottery' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await enterLotteryNumbers(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: SelectionStepTaken, resolve: (taken) => taken }) }) },
)
