import { amendReview } from '#services/engagements/amend-review.ts'
import { liftModeration } from '#services/engagements/lift-moderation.ts'
import { moderateReview } from '#services/engagements/moderate-review.ts'
import { replyToReview } from '#services/engagements/reply-to-review.ts'
import { reviewEngagement } from '#services/engagements/review-engagement.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ModeratedPartType, ModerationGroundType, ServiceReview } from './service-review.ts'

builder.relayMutationField(
  'reviewEngagement',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      quality: t.int({ description: '1 to 5.' }),
      timeliness: t.int(),
      attitude: t.int(),
      fees: t.int(),
      conduct: t.int(),
      comment: t.string(),
    }),
  },
  {
    description: 'Review a delivered engagement: as its owner, as the competent authority or as the centre, whichever you are.',
    authScopes: { may: 'review.give' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await reviewEngagement(context, input) }),
  },
  { outputFields: (t) => ({ engagementId: t.exposeString('id') }) },
)

builder.relayMutationField(
  'amendReview',
  {
    inputFields: (t) => ({
      reviewId: t.string(),
      quality: t.int({ description: '1 to 5.' }),
      timeliness: t.int(),
      attitude: t.int(),
      fees: t.int(),
      conduct: t.int(),
      comment: t.string(),
    }),
  },
  {
    description: 'Amend your review, once, within 3 working days.',
    authScopes: { may: 'review.give' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await amendReview(context, input) }),
  },
  {
    outputFields: (t) => ({
      review: t.prismaField({
        type: ServiceReview,
        resolve: (query, { id }, _args, { prisma }) => prisma.serviceReview.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'replyToReview',
  { inputFields: (t) => ({ reviewId: t.string(), reply: t.string() }) },
  {
    description: 'Reply to a review of your institution, publicly, once.',
    authScopes: { may: 'review.reply' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await replyToReview(context, input) }),
  },
  {
    outputFields: (t) => ({
      review: t.prismaField({
        type: ServiceReview,
        resolve: (query, { id }, _args, { prisma }) => prisma.serviceReview.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'moderateReview',
  {
    inputFields: (t) => ({
      reviewId: t.string(),
      part: t.field({ type: ModeratedPartType }),
      ground: t.field({ type: ModerationGroundType }),
      reasons: t.string(),
    }),
  },
  {
    description: 'Hide words with personal data or insults; the marks stay.',
    authScopes: { may: 'review.moderate' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await moderateReview(context, input) }),
  },
  {
    outputFields: (t) => ({
      review: t.prismaField({
        type: ServiceReview,
        resolve: (query, { id }, _args, { prisma }) => prisma.serviceReview.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'liftModeration',
  { inputFields: (t) => ({ reviewId: t.string(), reasons: t.string() }) },
  {
    description: 'Show hidden words again.',
    authScopes: { may: 'review.moderate' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await liftModeration(context, input) }),
  },
  {
    outputFields: (t) => ({
      review: t.prismaField({
        type: ServiceReview,
        resolve: (query, { id }, _args, { prisma }) => prisma.serviceReview.findUniqueOrThrow({ ...query, where: { id } }),
      }),
    }),
  },
)
