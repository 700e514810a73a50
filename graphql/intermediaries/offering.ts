import type { PublicOffer } from '#services/intermediaries/offers-of.ts'
import { builder } from '../builder.ts'
import { FeePositionType, feePositionOf } from '../catalogue/fee-position.ts'
import { describeStored, FeeScheduleType } from '../catalogue/fee-schedule.ts'
import { ServiceItem } from '../catalogue/service-item.ts'
import { offeringHistoryOf, OfferingVersion } from './offering-history.ts'

export const OfferRefusal = builder.objectRef<NonNullable<PublicOffer['refusal']>>('OfferRefusal').implement({
  description: 'Why nobody may choose this offering today.',
  fields: (t) => ({
    code: t.string({ resolve: ({ code }) => code }),
    facts: t.field({ type: 'JSON', resolve: (refusal) => refusal }),
  }),
})

/** 服务项目 with what a choice of it would be answered today. */
export const ServiceOffering = builder.objectRef<PublicOffer>('ServiceOffering').implement({
  description: '服务项目: what an intermediary offers for one item.',
  fields: (t) => ({
    serviceItem: t.field({ type: ServiceItem, resolve: ({ item }) => item }),
    divisionCodes: t.stringList({ resolve: ({ offering }) => offering.divisionCodes }),
    feeSchedule: t.field({ type: FeeScheduleType, resolve: ({ offering }) => describeStored(offering.feeSchedule) }),
    feeFen: t.int({
      description: 'At the reference size of the item: by this fee offerings are compared.',
      resolve: ({ offering }) => offering.feeFen,
    }),
    feeNote: t.string({ resolve: ({ offering }) => offering.feeNote }),
    promisedWorkingDays: t.int({ resolve: ({ offering }) => offering.promisedWorkingDays }),
    isWithdrawn: t.boolean({ resolve: ({ offering }) => offering.isWithdrawn }),
    history: t.field({
      type: [OfferingVersion],
      description: 'The latest first, the version shown among them.',
      resolve: async ({ offering }, _args, context) => [...((await offeringHistoryOf(context, offering.id)) ?? [])],
    }),
    position: t.field({
      type: FeePositionType,
      nullable: true,
      resolve: async ({ offering }, _args, context) => (await feePositionOf(context, offering.id)) ?? null,
    }),
    version: t.int({ resolve: ({ offering }) => offering.version, description: 'To be confirmed with the choice.' }),
    refusal: t.field({ type: OfferRefusal, nullable: true, resolve: ({ refusal }) => refusal }),
  }),
})
