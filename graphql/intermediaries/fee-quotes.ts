import type { FiveFees } from '#domain/catalogue/five-fees.ts'
import { describeFee } from '#domain/catalogue/describe-fee.ts'
import { quoteFees } from '#services/intermediaries/quote-fees.ts'
import type { FeeQuote, FeeQuotes } from '#services/intermediaries/quote-fees.ts'
import { ValidationError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { FeeScheduleType, FeeUnit } from '../catalogue/fee-schedule.ts'
import { OfferRefusal } from './offering.ts'

/** Firms a page; ours. */
const pageSize = 20

const FeeQuoteType = builder.objectRef<FeeQuote>('FeeQuote').implement({
  fields: (t) => ({
    uscc: t.exposeString('uscc'),
    name: t.exposeString('name'),
    grade: t.exposeString('grade'),
    feeSchedule: t.field({ type: FeeScheduleType, resolve: ({ feeSchedule }) => describeFee(feeSchedule) }),
    feeFen: t.exposeInt('feeFen', { nullable: true, description: 'Null: the schedule has no fee for that size.' }),
    promisedWorkingDays: t.exposeInt('promisedWorkingDays'),
    refusal: t.field({ type: OfferRefusal, nullable: true, resolve: ({ refusal }) => refusal }),
  }),
})

const FiveFeesType = builder.objectRef<FiveFees>('FiveFees').implement({
  description: 'Least, quartiles and most; each is a fee that somebody asks.',
  fields: (t) => ({
    count: t.exposeInt('count'),
    minFen: t.exposeInt('minFen'),
    lowerQuartileFen: t.exposeInt('lowerQuartileFen'),
    medianFen: t.exposeInt('medianFen'),
    upperQuartileFen: t.exposeInt('upperQuartileFen'),
    maxFen: t.exposeInt('maxFen'),
  }),
})

const FeeQuotesType = builder.objectRef<FeeQuotes>('FeeQuotes').implement({
  description: '收费计算: the lowest fee first, equals in the neutral order of the day.',
  fields: (t) => ({
    size: t.exposeFloat('size', { nullable: true, description: 'Reckoned with; null where the item has fixed fees only.' }),
    unit: t.field({ type: FeeUnit, nullable: true, resolve: ({ unit }) => unit }),
    total: t.exposeInt('total'),
    page: t.exposeInt('page'),
    pageCount: t.exposeInt('pageCount'),
    seed: t.exposeString('seed'),
    five: t.field({
      type: FiveFeesType,
      nullable: true,
      description: 'Where the fees for this size, there, lie.',
      resolve: ({ five }) => five,
    }),
    quotes: t.field({ type: [FeeQuoteType], resolve: ({ quotes }) => [...quotes] }),
  }),
})

builder.queryField('feeQuotes', (t) =>
  t.field({
    type: FeeQuotesType,
    nullable: true,
    description: 'What each listed firm asks for an item at a size, with the reason where it can not be chosen. 20 firms a page.',
    args: {
      serviceItemCode: t.arg.string(),
      size: t.arg.float({ required: false, description: 'In the fee unit of the item; its reference size when left out.' }),
      divisionCode: t.arg.string({ required: false, description: 'Where the project is; anywhere when left out.' }),
      page: t.arg.int({ required: false, description: 'From 1.' }),
    },
    authScopes: { public: true },
    errors: { types: [ValidationError] },
    resolve: (_root, { serviceItemCode, size, divisionCode, page }, context) =>
      quoteFees(context, {
        serviceItemCode,
        size: size ?? null,
        divisionCode: divisionCode ?? null,
        page: Math.max(1, page ?? 1),
        limit: pageSize,
      }),
  }),
)
