import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'

/** What a step leaves behind: the audit line, and the topic under which the other party is told. */
export interface StepRecord {
  readonly action: string
  readonly topic: string
  readonly after: Readonly<Record<string, unknown>>
  readonly basis?: string
}

/** Saves a step: the row with its next version, the audit line and the outbox row, together. @returns the engagement's id */
export async function saveEngagementStep(
  unit: UnitOfWork,
  { id, number, state }: Pick<EngagementWithRecord, 'id' | 'number' | 'state'>,
  data: Prisma.EngagementUncheckedUpdateInput,
  { action, topic, after, basis }: StepRecord,
): Promise<string> {
  await unit.tx.engagement.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
  await unit.audit({
    action,
    entity: 'Engagement',
    entityId: id,
    before: { state },
    after: { number, ...(data.state !== undefined && { state: data.state }), ...after },
    ...(basis !== undefined && { basis }),
  })
  await unit.outbox(topic, 'Engagement', id)
  return id
}
