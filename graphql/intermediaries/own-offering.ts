import { changeOffering } from '#services/intermediaries/change-offering.ts'
import { offerService } from '#services/intermediaries/offer-service.ts'
import { ownOffers } from '#services/intermediaries/own-offers.ts'
import { resumeOffering } from '#services/intermediaries/resume-offering.ts'
import { withdrawOffering } from '#services/intermediaries/withdraw-offering.ts'
import type { GraphqlContext } from '../context.ts'
import { builder } from '../builder.ts'
import { FeeScheduleInput, scheduleOf } from '../catalogue/fee-schedule.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ServiceOffering } from './offering.ts'

builder.queryField('myOfferings', (t) =>
  t.field({
    type: [ServiceOffering],
    description: 'What your firm offers, withdrawn services among them.',
    authScopes: { may: 'offering.maintain' },
    resolve: async (_root, _args, context) => [...(await ownOffers(context))],
  }),
)

builder.queryField('myOffering', (t) =>
  t.field({
    type: ServiceOffering,
    nullable: true,
    args: { serviceItemCode: t.arg.string() },
    authScopes: { may: 'offering.maintain' },
    resolve: (_root, { serviceItemCode }, context) => ownOffer(context, serviceItemCode),
  }),
)

const ownOffer = async (context: GraphqlContext, code: string) => (await ownOffers(context)).find(({ item }) => item.code === code) ?? null

interface Saved {
  readonly serviceItemCode: string
}

const OfferingSaved = builder.objectRef<Saved>('OfferingSaved').implement({
  description: 'The offering after the step.',
  fields: (t) => ({
    serviceItemCode: t.exposeString('serviceItemCode'),
    offering: t.field({
      type: ServiceOffering,
      nullable: true,
      resolve: ({ serviceItemCode }, _args, context) => ownOffer(context, serviceItemCode),
    }),
  }),
})

builder.relayMutationField(
  'offerService',
  {
    inputFields: (t) => ({
      serviceItemCode: t.string(),
      divisionCodes: t.stringList(),
      feeSchedule: t.field({ type: FeeScheduleInput }),
      feeNote: t.string({ required: false }),
      promisedWorkingDays: t.int(),
    }),
  },
  {
    description: 'Offer a service of the catalogue.',
    authScopes: { may: 'offering.maintain' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await offerService(context, { ...input, feeSchedule: scheduleOf(input.feeSchedule), feeNote: input.feeNote ?? '' })
      return input
    },
  },
  { outputFields: (t) => ({ saved: t.field({ type: OfferingSaved, resolve: (saved: Saved) => saved }) }) },
)

builder.relayMutationField(
  'changeOffering',
  {
    inputFields: (t) => ({
      serviceItemCode: t.string(),
      version: t.int({ description: 'The version that was looked at.' }),
      divisionCodes: t.stringList(),
      feeSchedule: t.field({ type: FeeScheduleInput }),
      feeNote: t.string({ required: false }),
      promisedWorkingDays: t.int(),
      reason: t.string({ required: false, description: 'Shown in the public history.' }),
    }),
  },
  {
    description: 'Change fee, days or divisions, at once and for the future; who has chosen keeps what was agreed.',
    authScopes: { may: 'offering.maintain' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      const { feeNote, reason, feeSchedule, ...given } = input
      await changeOffering(context, { ...given, feeSchedule: scheduleOf(feeSchedule), feeNote: feeNote ?? '', reason: reason ?? '' })
      return input
    },
  },
  { outputFields: (t) => ({ saved: t.field({ type: OfferingSaved, resolve: (saved: Saved) => saved }) }) },
)

builder.relayMutationField(
  'withdrawOffering',
  { inputFields: (t) => ({ serviceItemCode: t.string(), version: t.int(), reason: t.string({ required: false }) }) },
  {
    description: 'Take an offering back: nobody can choose it any more; engagements go on as agreed.',
    authScopes: { may: 'offering.maintain' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await withdrawOffering(context, { ...input, reason: input.reason ?? '' })
      return input
    },
  },
  { outputFields: (t) => ({ saved: t.field({ type: OfferingSaved, resolve: (saved: Saved) => saved }) }) },
)

builder.relayMutationField(
  'resumeOffering',
  { inputFields: (t) => ({ serviceItemCode: t.string(), version: t.int(), reason: t.string({ required: false }) }) },
  {
    description: 'Offer again what was withdrawn, as it stood.',
    authScopes: { may: 'offering.maintain' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      await resumeOffering(context, { ...input, reason: input.reason ?? '' })
      return input
    },
  },
  { outputFields: (t) => ({ saved: t.field({ type: OfferingSaved, resolve: (saved: Saved) => saved }) }) },
)
