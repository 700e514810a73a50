import { citeBasis } from '#domain/kernel/rule-set.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import { failSelection } from './fail-selection.ts'
import { recordEvent } from './record-event.ts'

/**
 * Gives up an opening whose share did not come in time: the platform's own identity is destroyed, so that these quotes are never read by
 * anyone who comes by the other key later. The round fails without using up the re-announcement, the bidders may bid again, and the
 * supervising body is asked why. The caller holds the selection's row and has seen that the grace is over.
 */
export async function abandonSealing(unit: UnitOfWork, selectionId: string): Promise<void> {
  const { tx } = unit
  const sealing = await tx.sealing.findUniqueOrThrow({ where: { selectionId }, include: { selection: true } })
  const { number, ruleSetVersion, supervisorId, serviceItemCode } = sealing.selection
  await tx.sealing.update({ where: { selectionId }, data: { state: 'ABANDONED', platformIdentityCipher: null } })
  const facts = { selection: number, dueAt: sealing.releaseDueAt.toISOString() }
  await recordEvent(unit, selectionId, 'OPENING_ABANDONED', facts)
  const basis = citeBasis(selectionRules(ruleSetVersion).parameters.shareGraceHours.basis)
  await unit.audit({ action: 'selection.abandonSealing', entity: 'Selection', entityId: selectionId, after: facts, basis })
  const about = { organisationId: supervisorId, serviceItemCode }
  await raiseAlert(unit, { kind: 'SHARE_NOT_RELEASED', level: 'RED', sourceType: 'Selection', sourceId: selectionId, ...about, facts })
  await failSelection(unit, selectionId, { code: 'SHARE_NOT_RELEASED', ...facts })
}
