import { fromDbDay } from '#prisma/db-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { PreselectionObstacle } from '#domain/selection/preselection.ts'
import { obstaclesOfFirm, preselectionMembersOf } from '#services/selection/preselection-members.ts'
import type { PreselectionStanding } from '#services/selection/preselection-members.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'
import { gradeOfRow } from '../intermediaries/standing.ts'
import { batched } from '../kernel/batched.ts'

const Joining = builder.enumType('PreselectionJoining', {
  values: { FORM_CHECK: { description: 'By itself, after the form check' }, ADMITTED: { description: 'By the keeper, with reasons' } },
} as const)
const Leaving = builder.enumType('PreselectionLeaving', {
  values: { LEFT: { description: 'By itself' }, REMOVED: { description: 'By the keeper, with reasons' } },
} as const)

interface Passage<Code extends string> {
  readonly code: Code
  readonly reasons?: string
}
const joiningOf = ({ member }: PreselectionStanding) => member.joining as unknown as Passage<'FORM_CHECK' | 'ADMITTED'>
const leavingOf = ({ member }: PreselectionStanding) => member.leaving as unknown as Passage<'LEFT' | 'REMOVED'> | null

/** Whether it counts as a member now. */
export const isIn = ({ member, obstacle }: PreselectionStanding): boolean => member.leftAt === null && obstacle === null

export const PreselectionMember = builder.objectRef<PreselectionStanding>('PreselectionMember').implement({
  description: '预选机构: a firm in a pool, or one that has left it.',
  fields: (t) => ({
    uscc: t.string({ resolve: ({ member }) => member.intermediary.subject.uscc ?? '' }),
    name: t.string({ resolve: ({ member }) => member.intermediary.subject.name }),
    grade: t.string({
      resolve: ({ member }, _args, { clock }) => gradeOfRow(member.intermediary.subject.standing, shanghaiDayOf(clock.now())),
    }),
    listedOn: t.field({ type: 'Day', resolve: ({ member }) => fromDbDay(member.intermediary.listedOn) }),
    joinedAt: t.field({ type: 'DateTime', resolve: ({ member }) => member.joinedAt }),
    joining: t.field({ type: Joining, resolve: (one) => joiningOf(one).code }),
    joiningReasons: t.string({ nullable: true, resolve: (one) => joiningOf(one).reasons ?? null }),
    leftAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ member }) => member.leftAt }),
    leaving: t.field({ type: Leaving, nullable: true, resolve: (one) => leavingOf(one)?.code ?? null }),
    leavingReasons: t.string({ nullable: true, resolve: (one) => leavingOf(one)?.reasons ?? null }),
    isIn: t.boolean({ description: 'It counts as a member now.', resolve: isIn }),
    obstacle: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Why one that has not left counts as out now: code and facts.',
      resolve: ({ obstacle }) => obstacle,
    }),
  }),
})

const byPool = batched<string, readonly PreselectionStanding[]>(({ prisma, clock }, ids) => preselectionMembersOf(prisma, ids, clock.now()))
const ofOwnFirm = batched<string, PreselectionObstacle | null>(({ prisma, clock, viewer }, ids) =>
  viewer.subjectId === null ? Promise.resolve(new Map()) : obstaclesOfFirm(prisma, viewer.subjectId, ids, clock.now()),
)

/** Who is or was in that pool; a page of pools asks once. */
export const membersOfPool = async (context: GraphqlContext, poolId: string): Promise<readonly PreselectionStanding[]> =>
  (await byPool(context, poolId)) ?? []

/** What keeps the viewer's firm out of that pool; undefined where the viewer acts for no firm of the register. */
export const ownObstacleTo = (context: GraphqlContext, poolId: string): Promise<PreselectionObstacle | null | undefined> =>
  ofOwnFirm(context, poolId)
