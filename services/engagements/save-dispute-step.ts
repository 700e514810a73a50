import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** Saves a step in a dispute: the engagement's next version, the audit line on its trail, and the outbox row of the dispute. */
export async function saveDisputeStep(
  unit: UnitOfWork,
  { id, number }: { readonly id: string; readonly number: string },
  step: { readonly disputeId: string; readonly action: string; readonly topic: string; readonly after: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { disputeId, action, topic, after } = step
  await unit.tx.engagement.update({ where: { id }, data: { version: { increment: 1 } } })
  await unit.audit({ action, entity: 'Engagement', entityId: id, after: { number, ...after } })
  await unit.outbox(topic, 'EngagementDispute', disputeId)
}
