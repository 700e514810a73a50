import { can } from '#domain/access/can.ts'
import { yearlyReviewStates } from '#domain/listings/red-list-review.ts'
import type { RedListFindings } from '#domain/listings/red-list-findings.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { decideYearlyReview } from '#services/listings/decide-yearly-review.ts'
import { redListFindingsOf } from '#services/listings/find-red-list-criteria.ts'
import { seesAllNominations } from '#services/listings/visible-nominations.ts'
import { builder } from '../builder.ts'
import { isUuid } from '../kernel/is-uuid.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { ListEntry } from './list-entry.ts'
import { CriterionFindingType, shownFindings } from './red-list-nomination.ts'

const YearlyReviewState = builder.enumType('YearlyReviewState', { values: yearlyReviewStates })
const ReviewOutcome = builder.enumType('YearlyReviewOutcome', { values: ['KEPT', 'REMOVED'] } as const)

const RedListReview = builder.prismaObject('RedListReview', {
  description: '红名单年度复核',
  fields: (t) => ({
    key: t.exposeID('id'),
    version: t.exposeInt('version'),
    entry: t.relation('entry', { type: ListEntry }),
    nominationNumber: t.string({
      nullable: true,
      select: { entry: { select: { nomination: { select: { number: true } } } } },
      resolve: ({ entry }) => entry.nomination?.number ?? null,
    }),
    dueOn: t.field({ type: 'Day', resolve: ({ dueOn }) => fromDbDay(dueOn) }),
    state: t.field({ type: YearlyReviewState, resolve: ({ state }) => state }),
    findings: t.field({
      type: [CriterionFindingType],
      description: 'As found at the decision; while it is open, as found now.',
      select: { entry: { select: { subjectId: true, nomination: { select: { origin: true } } } } },
      resolve: async ({ findings, state, entry }, _args, { prisma, clock }) => {
        const isOpen = state === 'OPEN' || findings === null
        const found = isOpen ? await redListFindingsOf(prisma, entry.subjectId, clock.now()) : (findings as unknown as RedListFindings)
        return shownFindings(found, entry.nomination?.origin ?? 'AUTHORITY', clock.now())
      },
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true }),
    canDecide: t.boolean({
      select: { entry: { select: { subjectId: true, nomination: { select: { nominatedById: true } } } } },
      resolve: ({ state, entry }, _args, { viewer }) =>
        state === 'OPEN' &&
        can(viewer, 'redList.review', { concernedSubjectId: entry.subjectId, reporterUserId: entry.nomination?.nominatedById ?? null }),
    }),
  }),
})

builder.queryField('redListReviews', (t) =>
  t.prismaField({
    type: [RedListReview],
    description: 'Yearly reviews that wait for their decision, the earliest day first; at most 200.',
    authScopes: { may: 'redList.view' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.redListReview.findMany({
        ...query,
        where: seesAllNominations(viewer) ? { state: 'OPEN' } : { id: { in: [] } },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        take: 200,
      }),
  }),
)

builder.queryField('redListReview', (t) =>
  t.prismaField({
    type: RedListReview,
    nullable: true,
    args: { key: t.arg.id() },
    authScopes: { may: 'redList.view' },
    resolve: (query, _root, { key }, { prisma, viewer }) =>
      isUuid(String(key)) && seesAllNominations(viewer) ? prisma.redListReview.findUnique({ ...query, where: { id: String(key) } }) : null,
  }),
)

builder.relayMutationField(
  'decideYearlyReview',
  {
    inputFields: (t) => ({
      key: t.id(),
      version: t.int(),
      outcome: t.field({ type: ReviewOutcome }),
      reasons: t.string(),
    }),
  },
  {
    description: 'Decide the yearly review of a red list entry: kept, or removed at once.',
    authScopes: { may: 'redList.review' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      const { key, ...rest } = input
      return { id: await decideYearlyReview(context, { ...rest, id: String(key) }) }
    },
  },
  {
    outputFields: (t) => ({
      review: t.prismaField({
        type: RedListReview,
        nullable: true,
        resolve: (query, { id }, _args, { prisma }) => prisma.redListReview.findUnique({ ...query, where: { id } }),
      }),
    }),
  },
)
