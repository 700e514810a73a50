import type { EngagementDispute } from '#prisma/generated/client.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'

/** The dispute under way in an engagement. @throws NotFoundError */
export function openDisputeOf({ disputes }: Pick<EngagementWithRecord, 'disputes'>): EngagementDispute {
  const open = disputes.find(({ state }) => state === 'OPEN')
  if (!open) throw new NotFoundError('EngagementDispute')
  return open
}
