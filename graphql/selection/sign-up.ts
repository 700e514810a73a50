import type { BidderRefusal } from '#domain/selection/evaluation-result.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Selection as SelectionRow } from '#prisma/generated/client.ts'
import { isInsider } from '#services/selection/visible-selections.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'
import { SignUpState } from './selection-enums.ts'

/** What of the round says who may read more than the name. */
const ofRound = {
  selection: { select: { applicantId: true, supervisorId: true } },
  intermediary: { select: { subjectId: true } },
} as const

interface OfRound {
  readonly selection: Pick<SelectionRow, 'applicantId' | 'supervisorId'>
  readonly intermediary: { readonly subjectId: string }
}

const isOwn = ({ intermediary }: Pick<OfRound, 'intermediary'>, { viewer }: GraphqlContext): boolean =>
  viewer.subjectId !== null && intermediary.subjectId === viewer.subjectId

/** The bidder itself, the owner and the supervising body. */
const maySeeAll = (row: OfRound, context: GraphqlContext): boolean => isOwn(row, context) || isInsider(context.viewer, row.selection)

const TeamMember = builder.objectRef<{ readonly name: string; readonly title: string }>('SignUpTeamMember').implement({
  fields: (t) => ({ name: t.exposeString('name'), title: t.exposeString('title') }),
})

export const SignUp = builder.prismaObject('SignUp', {
  description: '报名: everyone may see it once sign-up is closed, before that its bidder alone.',
  fields: (t) => ({
    key: t.exposeString('id'),
    name: t.string({
      select: { intermediary: { select: { subject: { select: { name: true } } } } },
      resolve: ({ intermediary }) => intermediary.subject.name,
    }),
    uscc: t.string({
      select: { intermediary: { select: { subject: { select: { uscc: true } } } } },
      resolve: ({ intermediary }) => intermediary.subject.uscc ?? '',
    }),
    state: t.field({ type: SignUpState, resolve: ({ state }) => state }),
    signedUpAt: t.expose('signedUpAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    place: t.exposeInt('place', { nullable: true, description: 'In the frozen pool, from 1.' }),
    isOwn: t.boolean({ select: ofRound, resolve: (row, _args, context) => isOwn(row, context) }),
    exclusionCode: t.string({ nullable: true, resolve: ({ exclusion }) => (exclusion as BidderRefusal | null)?.code ?? null }),
    exclusion: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Code and facts; to the bidder, the owner and the supervising body.',
      select: ofRound,
      resolve: (row, _args, context) => (maySeeAll(row, context) ? row.exclusion : null),
    }),
    outcome: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What the bidder is told: won, or why not. To the bidder, the owner and the supervising body.',
      select: ofRound,
      resolve: (row, _args, context) => (maySeeAll(row, context) ? row.outcome : null),
    }),
    plan: t.string({
      nullable: true,
      description: 'To the bidder, the owner and the supervising body; where quotes are sealed it is in the quote.',
      select: ofRound,
      resolve: (row, _args, context) => (maySeeAll(row, context) ? row.plan : null),
    }),
    team: t.field({
      type: [TeamMember],
      nullable: true,
      description: 'To the bidder, the owner and the supervising body.',
      select: ofRound,
      resolve: async (row, _args, context) => {
        if (!maySeeAll(row, context)) return null
        const rows = await context.prisma.practitioner.findMany({
          where: { id: { in: row.practitionerIds } },
          select: { title: true, subject: { select: { name: true } } },
          orderBy: { id: 'asc' },
        })
        return rows.map(({ title, subject }) => ({ title, name: subject.name }))
      },
    }),
    contributionHash: t.exposeString('contributionHash', { nullable: true }),
  }),
})

export const SelectionObjection = builder.prismaObject('SelectionObjection', {
  description: '结果异议: that there is one and how it was answered is public; grounds and objector are for those concerned.',
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.exposeString('state'),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true, description: 'The answer.' }),
    consequence: t.exposeString('consequence', { nullable: true }),
    isOwn: t.boolean({ resolve: ({ subjectId }, _args, { viewer }) => viewer.subjectId !== null && subjectId === viewer.subjectId }),
    grounds: t.string({
      nullable: true,
      select: { selection: { select: { applicantId: true, supervisorId: true } } },
      resolve: ({ subjectId, selection, grounds }, _args, { viewer }) =>
        subjectId === viewer.subjectId || isInsider(viewer, selection) ? grounds : null,
    }),
    objectorName: t.string({
      nullable: true,
      select: { selection: { select: { applicantId: true, supervisorId: true } }, subject: { select: { name: true } } },
      resolve: ({ subjectId, selection, subject }, _args, { viewer }) =>
        subjectId === viewer.subjectId || isInsider(viewer, selection) ? subject.name : null,
    }),
  }),
})
