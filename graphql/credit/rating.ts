import type { RatingPoint } from '#domain/credit/rating-history.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { rateItems } from '#services/credit/rate-items.ts'
import type { ItemRating, RatedCriterion } from '#services/credit/rate-items.ts'
import { readRating } from '#services/credit/read-rating.ts'
import type { ReadRating } from '#services/credit/read-rating.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ScoreLineType } from './my-standing.ts'

export const RatingPointType = builder.objectRef<RatingPoint>('RatingPoint').implement({
  description: 'Grade and score from that day on.',
  fields: (t) => ({
    day: t.field({ type: 'Day', resolve: ({ day }) => day }),
    grade: t.string({ resolve: ({ grade }) => grade }),
    score: t.float({ nullable: true, resolve: ({ score }) => score }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
  }),
})

const RatedCriterionType = builder.objectRef<RatedCriterion>('RatedCriterion').implement({
  fields: (t) => ({
    code: t.exposeString('code'),
    titleZh: t.exposeString('titleZh'),
    titleEn: t.exposeString('titleEn'),
    points: t.exposeFloat('points'),
    most: t.exposeFloat('most'),
    reason: t.exposeString('reason'),
  }),
})

const CountingAssessment = builder.objectRef<NonNullable<ItemRating['assessment']>>('CountingAssessment').implement({
  description: '行业考评: the assessment that counts on the day asked for.',
  fields: (t) => ({
    period: t.exposeString('period'),
    score: t.exposeFloat('score'),
    recordedOn: t.field({ type: 'Day', resolve: ({ recordedOn }) => recordedOn }),
    criteria: t.field({ type: [RatedCriterionType], resolve: ({ criteria }) => [...criteria] }),
  }),
})

const ItemRatingType = builder.objectRef<ItemRating>('ItemRating').implement({
  description: 'The rating for one item that a competent authority rates by its own standard: both, each with its weight.',
  fields: (t) => ({
    itemCode: t.exposeString('itemCode'),
    itemNameZh: t.exposeString('itemNameZh'),
    itemNameEn: t.exposeString('itemNameEn'),
    version: t.exposeString('version', { description: 'Of the standard.' }),
    bodyZh: t.exposeString('bodyZh'),
    bodyEn: t.exposeString('bodyEn'),
    grade: t.string({ resolve: ({ composed }) => composed.grade }),
    score: t.float({ nullable: true, resolve: ({ composed }) => composed.score }),
    cityWeight: t.float({ resolve: ({ composed }) => composed.cityWeight }),
    industryWeight: t.float({ resolve: ({ composed }) => composed.industryWeight }),
    assessment: t.field({ type: CountingAssessment, nullable: true, resolve: ({ assessment }) => assessment }),
  }),
})

const Rating = builder.objectRef<ReadRating>('Rating').implement({
  description: '信用评价 as of a day: computed again from the facts under the rules of that day, with every reason.',
  fields: (t) => ({
    asOf: t.field({ type: 'Day', resolve: ({ asOf }) => asOf }),
    grade: t.string({ resolve: ({ standing }) => standing.grade }),
    score: t.float({ nullable: true, resolve: ({ standing }) => standing.score }),
    reviewScore: t.float({ nullable: true, resolve: ({ standing }) => standing.reviewScore }),
    conductScore: t.float({ resolve: ({ standing }) => standing.conductScore }),
    ruleSetVersion: t.string({ resolve: ({ standing }) => standing.ruleSetVersion }),
    explanation: t.field({ type: [ScoreLineType], resolve: ({ standing }) => [...standing.explanation] }),
    history: t.field({
      type: [RatingPointType],
      description: 'Over the two years before that day.',
      resolve: ({ history }) => [...history],
    }),
    items: t.field({
      type: [ItemRatingType],
      resolve: async ({ subjectId, standing, asOf }, _args, { prisma }) => [...(await rateItems(prisma, subjectId, standing, asOf))],
    }),
  }),
})

builder.queryField('rating', (t) =>
  t.field({
    type: Rating,
    nullable: true,
    description: 'Of a registered institution; null for a code nobody is registered under.',
    authScopes: { public: true },
    errors: useCaseErrors,
    args: { uscc: t.arg.string(), asOf: t.arg({ type: 'Day', required: false }) },
    resolve: async (_root, { uscc, asOf }, { prisma, clock }) => {
      const firm = await prisma.intermediary.findFirst({ where: { subject: { uscc: normaliseUscc(uscc) } }, select: { subjectId: true } })
      return firm && readRating(prisma, firm.subjectId, clock.now(), asOf ?? null)
    },
  }),
)

builder.queryField('myRating', (t) =>
  t.field({
    type: Rating,
    nullable: true,
    description: 'Your own, applicants included.',
    authScopes: { may: 'creditAccount.view' },
    errors: useCaseErrors,
    args: { asOf: t.arg({ type: 'Day', required: false }) },
    resolve: (_root, { asOf }, { prisma, clock, viewer }) =>
      viewer.subjectId === null ? null : readRating(prisma, viewer.subjectId, clock.now(), asOf ?? null),
  }),
)
