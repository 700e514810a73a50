import { randomUUID } from 'node:crypto'
import { joinPreselectionPool } from '#services/selection/join-preselection-pool.ts'
import { openPreselectionPool } from '#services/selection/open-preselection-pool.ts'
import type { openPreselectionPoolInput } from '#services/selection/open-preselection-pool.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import type { PreselectionPool } from '#prisma/generated/client.ts'
import type { z } from 'zod'
import { contextOf } from './people.ts'
import { certified } from './upkeep.ts'

/** An officer of a reform office of that division, at an instant. */
export async function poolKeeper(platform: Platform, at: string, divisionCode = '410100'): Promise<UseCaseContext> {
  const office = { kind: 'REFORM_OFFICE', nameZh: '虚构改革办', divisionCode, createdAt: new Date('2026-01-05T02:00:00Z') } as const
  const { id } = await platform.prisma.organisation.create({ data: office })
  return contextOf(platform, at, { roles: ['REFORM_OFFICE'], organisationId: id })
}

/** A pool as an office opens it, for an item that needs a certificate. */
export const poolOf = (changes: Partial<z.input<typeof openPreselectionPoolInput>> = {}) => ({
  clientMutationId: randomUUID(),
  titleZh: '2026年政府投资项目测绘预选库',
  titleEn: 'Surveying for government-invested projects, 2026',
  serviceItemCode: certified.serviceItemCode,
  divisionCode: certified.divisionCode,
  conditions: '具有乙级以上测绘资质，近两年无失信记录。',
  validUntilOn: '2026-12-31',
  ...changes,
})

export async function createPool(keeper: UseCaseContext, changes: Parameters<typeof poolOf>[0] = {}): Promise<PreselectionPool> {
  const id = await openPreselectionPool(keeper, poolOf(changes))
  return keeper.prisma.preselectionPool.findUniqueOrThrow({ where: { id } })
}

export const join = (staff: UseCaseContext, { number }: PreselectionPool): Promise<string> =>
  joinPreselectionPool(staff, { clientMutationId: randomUUID(), number, areConditionsMet: true })
