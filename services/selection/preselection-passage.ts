import { Prisma } from '#prisma/generated/client.ts'
import type { PreselectionMember, PreselectionPool } from '#prisma/generated/client.ts'
import type { ChangingFirm } from '../intermediaries/changing-firm.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { preselectionInclude, preselectionObstacles } from './preselection-membership.ts'

/** How a firm came into a pool or went, told to everyone: a code and its facts. */
type Passage<Code extends string> = { readonly code: Code; readonly reasons?: string }

/** The firm's row in the pool, in or out; null where it never came in. */
const memberOf = ({ tx }: UnitOfWork, pool: PreselectionPool, firm: ChangingFirm): Promise<PreselectionMember | null> =>
  tx.preselectionMember.findUnique({ where: { poolId_intermediaryId: { poolId: pool.id, intermediaryId: firm.id } } })

/**
 * Writes that the firm is in from now on, after the form check; the dates of a former membership stay in the audit trail. Both rows are the
 * caller's until commit.
 * @returns the pool's id
 * @throws RefusedError ALREADY_PRESELECTED · REMOVED_FROM_POOL with the reasons: whom the keeper removed only the keeper takes in again ·
 *   whatever the form check finds
 */
export async function saveJoining(
  unit: UnitOfWork,
  pool: PreselectionPool,
  firm: ChangingFirm,
  joining: Passage<'FORM_CHECK' | 'ADMITTED'>,
): Promise<string> {
  const { tx, now } = unit
  const former = await memberOf(unit, pool, firm)
  if (former?.leftAt === null) throw new RefusedError({ code: 'ALREADY_PRESELECTED', joinedAt: former.joinedAt.toISOString() })
  const leaving = former?.leaving as Passage<'LEFT' | 'REMOVED'> | null | undefined
  if (joining.code === 'FORM_CHECK' && leaving?.code === 'REMOVED') {
    throw new RefusedError({ code: 'REMOVED_FROM_POOL', reasons: leaving.reasons ?? '' })
  }
  const asJoining = await tx.intermediary.findUniqueOrThrow({ where: { id: firm.id }, include: preselectionInclude })
  const [obstacle] = await preselectionObstacles(tx, [{ purpose: pool, firm: asJoining }], now)
  if (obstacle) throw new RefusedError({ ...obstacle })
  const data = { joinedAt: now, joining: asJson(joining) ?? {} }
  await tx.preselectionMember.upsert({
    where: { poolId_intermediaryId: { poolId: pool.id, intermediaryId: firm.id } },
    create: { ...data, poolId: pool.id, intermediaryId: firm.id },
    update: { ...data, leftAt: null, leaving: Prisma.DbNull },
  })
  return record(unit, pool, firm, { action: 'preselection.join', topic: 'preselection.joined', passage: joining, former })
}

/** Writes that the firm is out from now on. @returns the pool's id @throws RefusedError NOT_PRESELECTED */
export async function saveLeaving(
  unit: UnitOfWork,
  pool: PreselectionPool,
  firm: ChangingFirm,
  leaving: Passage<'LEFT' | 'REMOVED'>,
): Promise<string> {
  const former = await memberOf(unit, pool, firm)
  if (former?.leftAt !== null) throw new RefusedError({ code: 'NOT_PRESELECTED' })
  await unit.tx.preselectionMember.update({
    where: { poolId_intermediaryId: { poolId: pool.id, intermediaryId: firm.id } },
    data: { leftAt: unit.now, leaving: asJson(leaving) ?? {} },
  })
  return record(unit, pool, firm, { action: 'preselection.leave', topic: 'preselection.left', passage: leaving, former })
}

/** Audit and notice of one passage, under the pool and the firm together. */
async function record(
  unit: UnitOfWork,
  pool: PreselectionPool,
  firm: ChangingFirm,
  {
    action,
    topic,
    passage,
    former,
  }: {
    readonly action: string
    readonly topic: string
    readonly passage: Passage<string>
    readonly former: PreselectionMember | null
  },
): Promise<string> {
  const dates = former && { joinedAt: former.joinedAt, joining: former.joining, leftAt: former.leftAt, leaving: former.leaving }
  await unit.audit({
    action,
    entity: 'PreselectionPool',
    entityId: pool.id,
    before: dates ?? undefined,
    after: { number: pool.number, uscc: firm.subject.uscc, ...passage },
  })
  await unit.outbox(topic, 'PreselectionMember', `${pool.id}:${firm.id}`)
  return pool.id
}
