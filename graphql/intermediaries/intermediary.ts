import type { ListMembership } from '#domain/credit/list-membership.ts'
import { addMonths, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { benefitsOf } from '#domain/listings/benefits.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { offersInclude, offersOf } from '#services/intermediaries/offers-of.ts'
import { publishedEntries } from '#services/listings/visible-entries.ts'
import { builder } from '../builder.ts'
import { Division } from '../catalogue/division.ts'
import { ListBenefitType } from '../listings/list-benefit.ts'
import { ListEntry } from '../listings/list-entry.ts'
import { Affiliation, AgencyTie } from './affiliation.ts'
import { agencyTiesToday } from './agency-ties.ts'
import { ServiceOffering } from './offering.ts'
import { Practitioner, Qualification } from './qualification.ts'
import { gradeOfRow, IntermediaryStanding, PublicCreditEvent } from './standing.ts'

const IntermediaryStatus = builder.enumType('IntermediaryStatus', {
  values: { LISTED: { description: '在列' }, EXITING: { description: '退出中: takes nothing new' }, EXITED: { description: '已退出' } },
} as const)

/** The months of work that the figures of an institution cover (our own default). */
const recordMonths = 24
const recordSince = (today: CalendarDay) => ({ gte: toDbDay(addMonths(today, -recordMonths)) })

export const Intermediary = builder.prismaObject('Intermediary', {
  description: '中介服务机构, as the public sees it.',
  fields: (t) => ({
    uscc: t.string({ select: { subject: { select: { uscc: true } } }, resolve: ({ subject }) => subject.uscc ?? '' }),
    name: t.string({ select: { subject: { select: { name: true } } }, resolve: ({ subject }) => subject.name }),
    isFictitious: t.boolean({ select: { subject: { select: { isFictitious: true } } }, resolve: ({ subject }) => subject.isFictitious }),
    division: t.field({
      type: Division,
      nullable: true,
      select: (_args, _context, nested) => ({ subject: { select: { division: nested() } } }),
      resolve: ({ subject }) => subject.division,
    }),
    legalForm: t.exposeString('legalForm'),
    legalRepresentative: t.exposeString('legalRepresentative'),
    address: t.exposeString('address'),
    phone: t.exposeString('phone'),
    introduction: t.exposeString('introduction'),
    status: t.field({ type: IntermediaryStatus, resolve: (row) => row.status }),
    listedOn: t.field({ type: 'Day', resolve: (row) => fromDbDay(row.listedOn) }),
    grade: t.string({
      description: 'A to D by score, E while blacklisted, N not rated: today.',
      select: { subject: { include: { standing: true } } },
      resolve: ({ subject }, _args, { clock }) => gradeOfRow(subject.standing, shanghaiDayOf(clock.now())),
    }),
    standing: t.field({
      type: IntermediaryStanding,
      nullable: true,
      select: (_args, _context, nested) => ({ subject: { select: { standing: nested() } } }),
      resolve: ({ subject }) => subject.standing,
    }),
    listEntries: t.field({
      type: [ListEntry],
      description: 'What stands about it on the public lists today.',
      select: (_args, { clock }, nested) => ({
        subject: {
          select: {
            listEntries: { where: publishedEntries(shanghaiDayOf(clock.now())), orderBy: { fromOn: 'desc' }, ...asSelection(nested()) },
          },
        },
      }),
      resolve: ({ subject }) => subject.listEntries,
    }),
    benefits: t.field({
      type: [ListBenefitType],
      description: 'What red list or grade A bring it today: 守信者处处受益.',
      select: { subject: { include: { standing: true } } },
      resolve: ({ subject }, _args, { clock }) => {
        const today = shanghaiDayOf(clock.now())
        const lists = (subject.standing?.lists ?? []) as unknown as ListMembership[]
        return [...benefitsOf(lists, today, gradeOfRow(subject.standing, today))]
      },
    }),
    creditEvents: t.field({
      type: [PublicCreditEvent],
      description: 'Latest first, at most 50; annulled ones left out.',
      select: (_args, { clock }, nested) => ({
        subject: {
          select: {
            events: {
              where: { annulledAt: null, countsFromOn: { lte: toDbDay(shanghaiDayOf(clock.now())) } },
              orderBy: [{ countsFromOn: 'desc' }, { id: 'asc' }],
              take: 50,
              ...asSelection(nested()),
            },
          },
        },
      }),
      resolve: ({ subject }) => subject.events,
    }),
    offerings: t.field({
      type: [ServiceOffering],
      args: { serviceItemCodes: t.arg.stringList({ required: false }) },
      select: offersInclude,
      resolve: async (row, { serviceItemCodes }, context) => {
        const ties = await agencyTiesToday(context, row.subject.uscc ?? '')
        const offers = offersOf(row, ties, context.clock.now())
        return serviceItemCodes?.length ? offers.filter(({ item }) => serviceItemCodes.includes(item.code)) : [...offers]
      },
    }),
    qualifications: t.relation('qualifications', { type: Qualification, query: { orderBy: { validFromOn: 'asc' } } }),
    practitioners: t.relation('practitioners', { type: Practitioner, query: { orderBy: { id: 'asc' } } }),
    affiliations: t.relation('affiliations', {
      type: Affiliation,
      description: 'To whom it belongs, ended ties among them.',
      query: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
    }),
    agencyTies: t.field({
      type: [AgencyTie],
      description: 'The agencies whose items it may not serve today, through its ties.',
      select: { subject: { select: { uscc: true } } },
      resolve: async ({ subject }, _args, context) => [...(await agencyTiesToday(context, subject.uscc ?? ''))],
    }),
    practitionerCount: t.relationCount('practitioners'),
    engagementCount: t.relationCount('engagements', {
      description: 'Engagements of the last 24 months.',
      where: (_args, { clock }) => ({ chosenAt: recordSince(shanghaiDayOf(clock.now())) }),
    }),
    deliveredCount: t.relationCount('engagements', {
      description: 'Those of them that were delivered.',
      where: (_args, { clock }) => ({ chosenAt: recordSince(shanghaiDayOf(clock.now())), deliveredAt: { not: null } }),
    }),
    deliveredOnTimeCount: t.relationCount('engagements', {
      description: 'Those delivered within the promised working days.',
      where: (_args, { clock }) => ({ chosenAt: recordSince(shanghaiDayOf(clock.now())), deliveredAt: { not: null }, lateWorkingDays: 0 }),
    }),
  }),
})

/** A nested selection without the conditions that the field sets itself. */
const asSelection = (selection: unknown): object => (typeof selection === 'object' && selection !== null ? selection : {})

builder.queryField('intermediary', (t) =>
  t.prismaField({
    type: Intermediary,
    nullable: true,
    args: { uscc: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { uscc }, context) =>
      context.prisma.intermediary.findFirst({ ...query, where: { subject: { uscc: normaliseUscc(uscc) } } }),
  }),
)
