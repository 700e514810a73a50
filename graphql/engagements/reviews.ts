import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { reviewTask, reviewTasks } from '#services/engagements/review-tasks.ts'
import type { ReviewTask } from '#services/engagements/review-tasks.ts'
import { builder } from '../builder.ts'
import { Party } from '../listings/party.ts'
import { ReviewRaterType, ServiceReview } from './service-review.ts'

const newestFirst = [{ recordedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.ServiceReviewOrderByWithRelationInput[]

const publicReviews = (uscc: string): Prisma.ServiceReviewWhereInput => ({
  annulledAt: null,
  engagement: { intermediary: { subject: { uscc: normaliseUscc(uscc) } } },
})

builder.queryField('reviewsOfIntermediary', (t) =>
  t.prismaConnection({
    type: ServiceReview,
    cursor: 'id',
    description: 'All reviews of an institution, newest first.',
    args: { uscc: t.arg.string() },
    authScopes: { public: true },
    totalCount: (_root, { uscc }, { prisma }) => prisma.serviceReview.count({ where: publicReviews(uscc) }),
    resolve: (query, _root, { uscc }, { prisma }) =>
      prisma.serviceReview.findMany({ ...query, where: publicReviews(uscc), orderBy: newestFirst }),
  }),
)

builder.queryField('reviewsGiven', (t) =>
  t.prismaConnection({
    type: ServiceReview,
    cursor: 'id',
    description: 'Given in the name of your body, newest first.',
    authScopes: { may: 'review.queue' },
    totalCount: (_root, _args, { prisma, viewer }) =>
      prisma.serviceReview.count({ where: { organisationId: viewer.organisationId ?? none } }),
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.serviceReview.findMany({ ...query, where: { organisationId: viewer.organisationId ?? none }, orderBy: newestFirst }),
  }),
)

builder.queryField('reviewsWithWords', (t) =>
  t.prismaConnection({
    type: ServiceReview,
    cursor: 'id',
    description: 'Reviews with words, for the offices that hide personal data and insults, and for auditors; newest first.',
    args: { isModerated: t.arg.boolean({ required: false }) },
    authScopes: { may: 'review.viewHidden' },
    totalCount: (_root, { isModerated }, { prisma }) => prisma.serviceReview.count({ where: withWords(isModerated ?? null) }),
    resolve: (query, _root, { isModerated }, { prisma }) =>
      prisma.serviceReview.findMany({ ...query, where: withWords(isModerated ?? null), orderBy: newestFirst }),
  }),
)

builder.queryField('serviceReview', (t) =>
  t.prismaField({
    type: ServiceReview,
    nullable: true,
    args: { reviewId: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { reviewId }, { prisma }) =>
      prisma.serviceReview.findFirst({ ...query, where: { id: isUuid.test(reviewId) ? reviewId : none, annulledAt: null } }),
  }),
)

const none = '00000000-0000-0000-0000-000000000000'
const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const withWords = (isModerated: boolean | null): Prisma.ServiceReviewWhereInput => ({
  OR: [{ comment: { not: '' } }, { reply: { not: null } }],
  ...(isModerated !== null && { moderatedPart: isModerated ? { not: null } : null }),
})

const ReviewTaskType = builder.objectRef<ReviewTask>('ReviewTask').implement({
  description: 'An engagement that your body rates.',
  fields: (t) => ({
    number: t.string({ resolve: ({ row }) => row.number }),
    version: t.int({ resolve: ({ row }) => row.version }),
    rater: t.field({ type: ReviewRaterType, resolve: ({ rater }) => rater }),
    lastOn: t.field({ type: 'Day', nullable: true, resolve: ({ lastOn }) => lastOn }),
    refusal: t.string({
      nullable: true,
      description: 'Code of why it can not be reviewed now; null: it waits.',
      resolve: ({ refusal }) => refusal?.code ?? null,
    }),
    refusalFacts: t.field({ type: 'JSON', resolve: ({ refusal }) => refusal ?? {} }),
    projectName: t.string({ resolve: ({ row }) => row.projectName }),
    serviceItemCode: t.string({ resolve: ({ row }) => row.serviceItemCode }),
    serviceItemNameZh: t.string({ resolve: ({ row }) => row.serviceItem.nameZh }),
    serviceItemNameEn: t.string({ resolve: ({ row }) => row.serviceItem.nameEn }),
    intermediary: t.prismaField({
      type: Party,
      resolve: (query, { row }, _args, { prisma }) =>
        prisma.subject.findUniqueOrThrow({ ...query, where: { id: row.intermediary.subjectId } }),
    }),
    promisedWorkingDays: t.int({ resolve: ({ row }) => row.promisedWorkingDays }),
    feeFen: t.int({ resolve: ({ row }) => row.feeFen }),
    deliveredAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ row }) => row.deliveredAt }),
    lateWorkingDays: t.int({ nullable: true, resolve: ({ row }) => row.lateWorkingDays }),
  }),
})

builder.queryField('reviewTasks', (t) =>
  t.field({
    type: [ReviewTaskType],
    description: 'What waits for a review by your body, the earliest last day first; the first hundred.',
    authScopes: { may: 'review.queue' },
    resolve: async (_root, _args, context) => (await reviewTasks(context)).slice(0, 100),
  }),
)

builder.queryField('reviewTask', (t) =>
  t.field({
    type: ReviewTaskType,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'review.queue' },
    description: 'An engagement that your body rates; null for any other.',
    resolve: (_root, { number }, context) => reviewTask(context, number),
  }),
)
