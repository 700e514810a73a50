import type { PreselectionObstacle } from '#domain/selection/preselection.ts'
import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { preselectionInclude, preselectionObstacles } from './preselection-membership.ts'

const memberInclude = { pool: true, intermediary: { include: preselectionInclude } } as const satisfies Prisma.PreselectionMemberInclude

/** A member with what keeps it out now; whoever has left keeps its dates, and nothing is asked of it. */
export interface PreselectionStanding {
  readonly member: Prisma.PreselectionMemberGetPayload<{ include: typeof memberInclude }>
  readonly obstacle: PreselectionObstacle | null
}

/** Everyone who is or was a member of these pools, by pool, in the order of joining: five statements, however many. */
export async function preselectionMembersOf(
  tx: Tx,
  poolIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly PreselectionStanding[]>> {
  const rows = await tx.preselectionMember.findMany({
    where: { poolId: { in: [...poolIds] } },
    include: memberInclude,
    orderBy: [{ joinedAt: 'asc' }, { intermediaryId: 'asc' }],
  })
  const current = rows.filter(({ leftAt }) => leftAt === null)
  const obstacles = await preselectionObstacles(
    tx,
    current.map(({ pool, intermediary }) => ({ purpose: pool, firm: intermediary })),
    now,
  )
  const standings = rows.map((member) => ({ member, obstacle: obstacles[current.indexOf(member)] ?? null }))
  return new Map(poolIds.map((id) => [id, standings.filter(({ member }) => member.poolId === id)]))
}

/** What keeps one firm out of each of these pools now, by the pool's id; null: nothing. */
export async function obstaclesOfFirm(
  tx: Tx,
  subjectId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PreselectionObstacle | null>> {
  const firm = await tx.intermediary.findUnique({ where: { subjectId }, include: preselectionInclude })
  if (!firm) return new Map()
  const pools = await tx.preselectionPool.findMany({ where: { id: { in: [...poolIds] } } })
  const obstacles = await preselectionObstacles(
    tx,
    pools.map((purpose) => ({ purpose, firm })),
    now,
  )
  return new Map(pools.map(({ id }, index) => [id, obstacles[index] ?? null]))
}
