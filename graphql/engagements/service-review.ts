import { can, couldEver } from '#domain/access/can.ts'
import { reviewRaters } from '#domain/credit/credit-fact.ts'
import { decideAmendment, decideReply } from '#domain/engagements/review.ts'
import { isCommentHidden, isReplyHidden, moderatedParts, moderationGrounds } from '#domain/engagements/review-moderation.ts'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { amendmentLastOn } from '#domain/engagements/review-window.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { isRatersOwn, officeInLine, reviewFacts, reviewInclude } from '#services/engagements/lock-review.ts'
import { wordsOf } from '#services/engagements/words-of-review.ts'
import { loadCalendar } from '#services/kernel/load-calendar.ts'
import { unwrap } from '#services/kernel/unwrap.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'
import { creditRulesAt } from '../credit/rules-of-request.ts'
import { Party } from '../listings/party.ts'

export const ReviewRaterType = builder.enumType('ReviewRater', { values: reviewRaters })
const ModerationGroundType = builder.enumType('ModerationGround', { values: moderationGrounds })

const ModeratingOffice = builder.prismaObject('Organisation', {
  variant: 'ModeratingOffice',
  fields: (t) => ({ nameZh: t.exposeString('nameZh'), nameEn: t.exposeString('nameEn', { nullable: true }) }),
})

/** Hidden words are shown to whoever wrote them, and to those who answer for hiding them. */
export const ServiceReview = builder.prismaNode('ServiceReview', {
  id: { field: 'id' },
  description:
    '服务评价: five dimensions, 1 to 5, by one of three raters. Words may be hidden for personal data or insults; the marks stay.',
  include: {
    ...reviewInclude,
    engagement: { include: { intermediary: { include: { subject: true } }, serviceItem: true, reviews: true } },
  },
  fields: (t) => ({
    reviewId: t.exposeString('id'),
    rater: t.field({ type: ReviewRaterType, resolve: ({ rater }) => rater }),
    quality: t.exposeInt('quality'),
    timeliness: t.exposeInt('timeliness'),
    attitude: t.exposeInt('attitude'),
    fees: t.exposeInt('fees'),
    conduct: t.exposeInt('conduct'),
    weight: t.int({
      description: 'Of 5 : 3 : 2.',
      resolve: async ({ rater, recordedAt }, _args, context) => (await weightsAt(context, recordedAt))[rater],
    }),
    sharePercent: t.float({
      description: 'Of this review in its engagement: the weights over the raters present.',
      resolve: async ({ rater, recordedAt, engagement }, _args, context) => {
        const weights = await weightsAt(context, recordedAt)
        const present = engagement.reviews.filter(({ annulledAt }) => annulledAt === null)
        const total = present.reduce((sum, one) => sum + weights[one.rater], 0)
        return total === 0 ? 0 : Math.round((weights[rater] / total) * 1000) / 10
      },
    }),
    comment: t.string({
      description: 'Empty where hidden.',
      resolve: (row, _args, { viewer }) => (isCommentHidden(wordsOf(row)) && !seesHidden(viewer, row, 'COMMENT') ? '' : row.comment),
    }),
    isCommentHidden: t.boolean({ resolve: (row) => isCommentHidden(wordsOf(row)) }),
    reply: t.string({
      nullable: true,
      description: 'The intermediary’s, once. Empty where hidden.',
      resolve: (row, _args, { viewer }) => (isReplyHidden(wordsOf(row)) && !seesHidden(viewer, row, 'REPLY') ? '' : row.reply),
    }),
    isReplyHidden: t.boolean({ resolve: (row) => isReplyHidden(wordsOf(row)) }),
    repliedAt: t.expose('repliedAt', { type: 'DateTime', nullable: true }),
    moderationGround: t.field({
      type: ModerationGroundType,
      nullable: true,
      resolve: ({ moderationGround, moderatedPart }) =>
        moderatedPart === null ? null : (moderationGrounds.find((ground) => ground === moderationGround) ?? null),
    }),
    moderatedAt: t.expose('moderatedAt', { type: 'DateTime', nullable: true }),
    moderatedBy: t.field({
      type: ModeratingOffice,
      nullable: true,
      description: 'The office that hid the words.',
      resolve: ({ moderatedById }, _args, { prisma }) =>
        moderatedById === null
          ? null
          : prisma.organisation.findFirst({
              where: { kind: 'REFORM_OFFICE', memberships: { some: { userId: moderatedById } } },
              orderBy: { createdAt: 'asc' },
            }),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    amendedAt: t.expose('amendedAt', { type: 'DateTime', nullable: true }),
    serviceItemCode: t.string({ resolve: ({ engagement }) => engagement.serviceItemCode }),
    serviceItemNameZh: t.string({ resolve: ({ engagement }) => engagement.serviceItem.nameZh }),
    serviceItemNameEn: t.string({ resolve: ({ engagement }) => engagement.serviceItem.nameEn }),
    engagementNumber: t.string({
      nullable: true,
      description: 'For its parties, its raters and the offices; null for the public.',
      resolve: (row, _args, { viewer }) =>
        isRatersOwn(viewer, row) || isFirm(viewer, row) || can(viewer, 'review.viewHidden') ? row.engagement.number : null,
    }),
    isOwn: t.boolean({ description: 'You speak for the rater.', resolve: (row, _args, { viewer }) => isRatersOwn(viewer, row) }),
    mayModerate: t.boolean({
      description: 'You are of the office that may hide words here, and did not write them.',
      resolve: async (row, _args, { viewer, prisma }) =>
        couldEver(viewer, 'review.moderate') &&
        can(viewer, 'review.moderate', { ...reviewFacts(row), organisationId: await officeInLine(prisma, viewer, row) }),
    }),
    intermediary: t.field({ type: Party, resolve: ({ engagement }) => engagement.intermediary.subject }),
    mayReply: t.boolean({
      resolve: (row, _args, { viewer }) => can(viewer, 'review.reply', reviewFacts(row)) && decideReply(row).ok,
    }),
    mayAmendUntil: t.field({
      type: 'Day',
      nullable: true,
      description: 'Last day for your one amendment; null: none (any more).',
      resolve: async (row, _args, { viewer, prisma, clock }) => {
        if (!isRatersOwn(viewer, row)) return null
        const calendar = await loadCalendar(prisma)
        const rules = unwrap(reviewRulesOn(shanghaiDayOf(row.recordedAt)))
        if (!decideAmendment(row, row, { now: clock.now(), calendar, rules }).ok) return null
        const lastOn = amendmentLastOn(row.recordedAt, rules, calendar)
        return lastOn.ok ? lastOn.value : null
      },
    }),
  }),
})

/** Which part of the words hides. */
export const ModeratedPartType = builder.enumType('ModeratedPart', { values: moderatedParts.filter((part) => part !== 'BOTH') })
export { ModerationGroundType }

type Viewer = Parameters<typeof isRatersOwn>[0]
type Row = Parameters<typeof isRatersOwn>[1]

const isFirm = (viewer: Viewer, { engagement }: Row): boolean =>
  viewer.subjectId !== null && viewer.subjectId === engagement.intermediary.subjectId

function seesHidden(viewer: Viewer, row: Row, part: 'COMMENT' | 'REPLY'): boolean {
  return can(viewer, 'review.viewHidden') || (part === 'COMMENT' ? isRatersOwn(viewer, row) : isFirm(viewer, row))
}

const weightsAt = async (context: GraphqlContext, at: Date) => (await creditRulesAt(context, at)).parameters.raterWeights.value
