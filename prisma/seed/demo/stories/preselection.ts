import { admitToPreselectionPool } from '#services/selection/admit-to-preselection-pool.ts'
import { closePreselectionPool } from '#services/selection/close-preselection-pool.ts'
import { joinPreselectionPool } from '#services/selection/join-preselection-pool.ts'
import { openPreselectionPool } from '#services/selection/open-preselection-pool.ts'
import { preselectionInclude, preselectionObstacles } from '#services/selection/preselection-membership.ts'
import { removeFromPreselectionPool } from '#services/selection/remove-from-preselection-pool.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/**
 * Pools for government-invested projects: one with a member that was suspended since, one that the institution of the demonstration joined
 * by itself and another was removed from, and one that is closed.
 */
export async function playPreselection(stage: Stage): Promise<void> {
  const suspended = await suspendedFirm(stage)
  const self = await stage.as('intermediary', instant('2026-11-02', 10))
  const own = await firmOf(stage, self.viewer.subjectId ?? '')
  const first = await open(stage, { key: 'first', item: suspended.item, on: '2026-03-02', title: '2026年政府投资项目预选库' })
  await admit(stage, first, [suspended.uscc, ...(await others(stage, first, 4, [suspended.uscc]))], '2026-03-16')
  const second = await open(stage, { key: 'second', item: own.item, on: '2026-09-07', title: '2026年下半年政府投资项目预选库' })
  const [removed, ...rest] = await others(stage, second, 3, [own.uscc])
  await admit(stage, second, [...(removed ? [removed] : []), ...rest], '2026-09-14')
  await joinPreselectionPool(self, {
    clientMutationId: 'demo pool join',
    number: second.number,
    areConditionsMet: true,
  })
  if (removed) {
    await removeFromPreselectionPool(await stage.as('reform', instant('2026-11-05', 15)), {
      clientMutationId: 'demo pool remove',
      number: second.number,
      uscc: removed,
      reasons: '经核查，所报近三年业绩与实际不符，不符合公布的入库条件。（演示）',
    })
  }
  const closed = await open(stage, { key: 'closed', item: 'ZJ-SWC-001', on: '2026-02-02', title: '2026年水土保持预选库' })
  await closePreselectionPool(await stage.as('reform', instant('2026-10-30', 16)), {
    clientMutationId: 'demo pool close',
    number: closed.number,
    version: closed.version,
    reasons: '本年度政府投资项目已全部安排完毕。（演示）',
  })
}

interface PoolFirm {
  readonly uscc: string
  readonly item: string
}

/** A firm and the first item that it offers. */
async function firmOf({ platform }: Stage, subjectId: string): Promise<PoolFirm> {
  const { subject, offerings } = await platform.prisma.intermediary.findUniqueOrThrow({
    where: { subjectId },
    include: { subject: true, offerings: { where: { isWithdrawn: false }, orderBy: { serviceItemCode: 'asc' }, take: 1 } },
  })
  return { uscc: subject.uscc ?? '', item: offerings[0]?.serviceItemCode ?? '' }
}

/** The firm that has been suspended since 16 November. */
async function suspendedFirm(stage: Stage): Promise<PoolFirm> {
  const suspension = await stage.platform.prisma.interimSuspension.findFirstOrThrow({
    where: { liftedAt: null },
    orderBy: { orderedAt: 'desc' },
  })
  return firmOf(stage, suspension.subjectId)
}

interface OpenedPool {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly serviceItemCode: string
  readonly divisionCode: string
}

async function open(
  stage: Stage,
  { key, item, on, title }: { readonly key: string; readonly item: string; readonly on: string; readonly title: string },
): Promise<OpenedPool> {
  const id = await openPreselectionPool(await stage.as('reform', instant(on, 10)), {
    clientMutationId: `demo pool ${key}`,
    titleZh: `${title}（演示）`,
    titleEn: `Government-invested projects 2026, ${key} pool (demo)`,
    serviceItemCode: item,
    divisionCode: '410100',
    conditions: '一、在本平台登记并公开承诺收费和时限；二、具备办理本事项所需资质；三、近三年完成同类项目不少于三个。',
    validUntilOn: '2026-12-31',
  })
  return stage.platform.prisma.preselectionPool.findUniqueOrThrow({ where: { id } })
}

/** Codes of firms that offer the item and could stand in the pool. */
async function others({ platform }: Stage, pool: OpenedPool, count: number, not: readonly string[]): Promise<readonly string[]> {
  const firms = await platform.prisma.intermediary.findMany({
    where: {
      offerings: { some: { serviceItemCode: pool.serviceItemCode, isWithdrawn: false } },
      subject: { uscc: { notIn: [...not] } },
    },
    include: preselectionInclude,
    orderBy: { subject: { uscc: 'asc' } },
    take: 20,
  })
  const candidates = firms.map((firm) => ({ purpose: pool, firm }))
  const obstacles = await preselectionObstacles(platform.prisma, candidates, instant('2026-09-14'))
  return firms.flatMap(({ subject }, index) => (obstacles[index] === null ? [subject.uscc ?? ''] : [])).slice(0, count)
}

async function admit(stage: Stage, pool: OpenedPool, usccs: readonly string[], on: string): Promise<void> {
  for (const [index, uscc] of usccs.entries()) {
    await admitToPreselectionPool(await stage.as('reform', instant(on, 9, index)), {
      clientMutationId: `demo pool admit ${pool.number} ${uscc}`,
      number: pool.number,
      uscc,
      reasons: '书面申请，业绩材料经核实符合公布的条件。（演示）',
    })
  }
}
