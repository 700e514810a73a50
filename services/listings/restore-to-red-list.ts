import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordStep } from '../procedures/record-step.ts'

/**
 * Puts back on the red list whoever was removed because of an entry that is now annulled: what rested on it is as if it had never been (rulebook
 * R5). Those removed for any other reason stay off. The caller refreshes the standing.
 * @param causes numbers of the annulled entries
 */
export async function restoreToRedList(unit: UnitOfWork, subjectId: string, causes: readonly string[]): Promise<void> {
  const { tx } = unit
  if (causes.length === 0) return
  const entries = await tx.listEntry.findMany({ where: { subjectId, list: 'RED_LIST', status: 'REMOVED', nominationId: { not: null } } })
  // Another listing may stand beside the annulled one.
  const others = await tx.listEntry.count({
    where: { subjectId, list: { not: 'RED_LIST' }, status: 'ACTIVE', number: { notIn: [...causes] } },
  })
  if (others > 0) return
  for (const { id, number, nominationId, delistingNumber } of entries) {
    const removal = await tx.procedureEvent.findFirst({
      where: { procedure: 'RED_LIST', entityId: nominationId ?? '', kind: 'RED_LIST_REMOVED' },
      orderBy: { id: 'desc' },
    })
    const { cause } = (removal?.facts ?? {}) as { readonly cause?: string }
    if (cause === undefined || !causes.includes(cause)) continue
    await tx.listEntry.update({ where: { id }, data: { status: 'ACTIVE', endedAt: null, endReason: null, delistingNumber: null } })
    const step = { procedure: 'RED_LIST', entityId: nominationId ?? '', kind: 'RED_LIST_RESTORED', facts: { number, cause } } as const
    await recordStep(unit, { ...step, audience: 'PUBLIC' })
    await unit.audit({
      action: 'redList.restore',
      entity: 'ListEntry',
      entityId: id,
      before: { status: 'REMOVED', delistingNumber },
      after: { number, status: 'ACTIVE', cause },
    })
  }
}
