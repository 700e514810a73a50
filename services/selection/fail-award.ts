import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { BidderRefusal } from '#domain/selection/evaluation-result.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { failSelection } from './fail-selection.ts'
import { lockSelection } from './lock-selection.ts'

/**
 * An awarded engagement ended before its contract came into force: the round fails with it. After the contract, and for engagements chosen
 * directly, nothing happens here.
 */
export async function failAward(unit: UnitOfWork, engagementId: string, refusal: BidderRefusal): Promise<void> {
  const found = await unit.tx.selection.findUnique({ where: { engagementId }, select: { id: true } })
  if (!found) return
  const row = await lockSelection(unit, { id: found.id })
  if (row.state === 'AWARDED') await failSelection(unit, row.id, refusal)
}

/** No contract was filed in its days: the engagement ends and the round fails. The caller holds the row. */
export async function lapseAward(unit: UnitOfWork, row: Selection): Promise<void> {
  const { contractDueOn, engagementId, state } = row
  if (state !== 'AWARDED' || !contractDueOn || !engagementId || fromDbDay(contractDueOn) >= shanghaiDayOf(unit.now)) return
  // Its party who acts on it just now has it first, and then wants the selection: the next sweep looks again.
  const held = await unit.tx.$queryRaw<unknown[]>`SELECT 1 FROM "Engagement" WHERE "id" = ${engagementId}::uuid FOR UPDATE SKIP LOCKED`
  if (held.length === 0) return
  const { number } = await unit.tx.engagement.update({
    where: { id: engagementId },
    data: { state: 'TERMINATED', terminatedAt: unit.now, terminationCause: 'NO_CONTRACT', version: { increment: 1 } },
  })
  const after = { number, state: 'TERMINATED', cause: 'NO_CONTRACT', selection: row.number }
  await unit.audit({ action: 'engagements.lapse', entity: 'Engagement', entityId: engagementId, after })
  await unit.outbox('engagements.terminated', 'Engagement', engagementId)
  await failSelection(unit, row.id, { code: 'CONTRACT_NOT_FILED', contractDueOn: fromDbDay(contractDueOn) })
}
