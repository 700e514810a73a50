import { z } from 'zod'
import { describeFee } from '#domain/catalogue/describe-fee.ts'
import { feeScheduleSchema, feeUnits } from '#domain/catalogue/fee-schedule.ts'
import { engagementStates } from '#domain/engagements/engagement.ts'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { reviewLastOn } from '#domain/engagements/review-window.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { visibleEngagements } from '#services/engagements/visible-engagements.ts'
import { loadCalendar } from '#services/kernel/load-calendar.ts'
import { unwrap } from '#services/kernel/unwrap.ts'
import { builder } from '../builder.ts'
import { FeeScheduleType, FeeUnit } from '../catalogue/fee-schedule.ts'
import { Party } from '../listings/party.ts'
import './service-review.ts'

export const EngagementState = builder.enumType('EngagementState', { values: engagementStates })
export const EngagementRole = builder.enumType('EngagementRole', { values: ['OWNER', 'INTERMEDIARY'] } as const)

export const Engagement = builder.prismaNode('Engagement', {
  id: { field: 'id' },
  description: '委托: fee and days are a snapshot of what was shown at the choice.',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    state: t.field({ type: EngagementState, resolve: (one) => one.state }),
    mode: t.exposeString('mode'),
    projectName: t.exposeString('projectName'),
    divisionCode: t.exposeString('divisionCode'),
    divisionNameZh: t.string({
      resolve: async ({ divisionCode }, _a, { prisma }) => (await divisionOf(prisma, divisionCode))?.nameZh ?? divisionCode,
    }),
    divisionNameEn: t.string({
      resolve: async ({ divisionCode }, _a, { prisma }) => (await divisionOf(prisma, divisionCode))?.nameEn ?? divisionCode,
    }),
    serviceItemCode: t.exposeString('serviceItemCode'),
    serviceItemNameZh: t.string({ select: { serviceItem: { select: { nameZh: true } } }, resolve: (one) => one.serviceItem.nameZh }),
    serviceItemNameEn: t.string({ select: { serviceItem: { select: { nameEn: true } } }, resolve: (one) => one.serviceItem.nameEn }),
    feeFen: t.exposeInt('feeFen', { description: 'As agreed.' }),
    size: t.exposeFloat('size', { nullable: true, description: 'The fee was agreed for; null where it depends on none.' }),
    sizeUnit: t.field({ type: FeeUnit, nullable: true, resolve: ({ snapshot }) => unitIn(snapshot) }),
    feeSchedule: t.field({
      type: FeeScheduleType,
      nullable: true,
      description: 'As it was when chosen; null for engagements from before schedules were kept.',
      resolve: ({ snapshot }) => scheduleIn(snapshot),
    }),
    chargedFeeFen: t.exposeInt('chargedFeeFen', { nullable: true, description: 'As told at delivery; null: as agreed.' }),
    promisedWorkingDays: t.exposeInt('promisedWorkingDays'),
    deliverDueOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.deliverDueOn) }),
    snapshot: t.field({ type: 'JSON', description: 'What the applicant saw and confirmed.', resolve: (one) => one.snapshot }),
    chosenAt: t.expose('chosenAt', { type: 'DateTime' }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    lateWorkingDays: t.exposeInt('lateWorkingDays', { nullable: true }),
    deliveryNote: t.exposeString('deliveryNote', { nullable: true }),
    owner: t.relation('applicant', { type: Party }),
    intermediary: t.field({
      type: Party,
      select: (_args, _context, nested) => ({ intermediary: { select: { subject: nested() } } }),
      resolve: (one) => one.intermediary.subject,
    }),
    viewerRole: t.field({
      type: EngagementRole,
      description: 'As what you see it.',
      resolve: (one, _args, { viewer }) => (one.applicantId === viewer.subjectId ? 'OWNER' : 'INTERMEDIARY'),
    }),
    reviews: t.relation('reviews', { query: { where: { annulledAt: null }, orderBy: { recordedAt: 'asc' } } }),
    reviewLastOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Last day of the owner’s review window; null while nothing is delivered or the calendar does not reach that far.',
      resolve: async ({ deliveredAt }, _args, { prisma }) => {
        if (!deliveredAt) return null
        const rules = unwrap(reviewRulesOn(shanghaiDayOf(deliveredAt)))
        const lastOn = reviewLastOn('OWNER', { deliveredAt, acceptedAt: null }, rules, await loadCalendar(prisma))
        return lastOn.ok ? lastOn.value : null
      },
    }),
  }),
})

/** What the snapshot keeps of the fee; its other parts are none of our business here. */
const feeInSnapshot = z.object({
  fee: z.object({ unit: z.enum(feeUnits).nullable() }).optional(),
  offering: z.object({ feeSchedule: feeScheduleSchema.optional() }),
})

const unitIn = (snapshot: unknown) => feeInSnapshot.safeParse(snapshot).data?.fee?.unit ?? null
const scheduleIn = (snapshot: unknown) => {
  const schedule = feeInSnapshot.safeParse(snapshot).data?.offering.feeSchedule
  return schedule ? describeFee(schedule) : null
}

const divisionOf = (prisma: Pick<Parameters<typeof loadCalendar>[0], 'division'>, code: string) =>
  prisma.division.findUnique({ where: { code } })

builder.queryField('engagement', (t) =>
  t.prismaField({
    type: Engagement,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'engagement.view' },
    resolve: (query, _root, { number }, context) =>
      context.prisma.engagement.findFirst({ ...query, where: { AND: [{ number }, visibleEngagements(context.viewer)] } }),
  }),
)

builder.queryField('engagements', (t) =>
  t.prismaConnection({
    type: Engagement,
    cursor: 'id',
    description: 'Your engagements, latest first.',
    args: { states: t.arg({ type: [EngagementState], required: false }) },
    authScopes: { may: 'engagement.view' },
    totalCount: (_root, { states }, { prisma, viewer }) =>
      prisma.engagement.count({ where: { AND: [visibleEngagements(viewer), states ? { state: { in: [...states] } } : {}] } }),
    resolve: (query, _root, { states }, context) =>
      context.prisma.engagement.findMany({
        ...query,
        where: { AND: [visibleEngagements(context.viewer), states ? { state: { in: [...states] } } : {}] },
        orderBy: [{ chosenAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)
