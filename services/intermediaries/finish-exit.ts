import { upkeepRuleSets } from '#domain/intermediaries/upkeep-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis, ruleSetOn } from '#domain/kernel/rule-set.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { ChangingFirm } from './changing-firm.ts'

/**
 * The exit takes effect: the firm is out of the search, what else it had asked for is void, and all that is on record stays on record. The
 * caller holds firm and change, and knows that nothing runs any more.
 */
export async function finishExit(unit: UnitOfWork, firm: ChangingFirm, changeId: string): Promise<void> {
  const { tx, now } = unit
  await tx.intermediary.update({ where: { id: firm.id }, data: { status: 'EXITED', version: { increment: 1 } } })
  await tx.registerChange.update({
    where: { id: changeId },
    data: { state: 'ACCEPTED', checkedAt: now, before: { '': { status: firm.status } }, version: { increment: 1 } },
  })
  await tx.registerChange.updateMany({
    where: { intermediaryId: firm.id, id: { not: changeId }, state: 'SUBMITTED' },
    data: { state: 'WITHDRAWN', checkedAt: now, version: { increment: 1 } },
  })
  await refreshStanding(unit, firm.subjectId)
  const { isExitHeldByCases } = unwrap(ruleSetOn(upkeepRuleSets, shanghaiDayOf(now))).parameters
  await unit.audit({
    action: 'intermediary.exit',
    entity: 'Intermediary',
    entityId: firm.id,
    before: { status: firm.status },
    after: { status: 'EXITED' },
    basis: citeBasis(isExitHeldByCases.basis),
  })
  await unit.outbox('intermediaries.exited', 'Intermediary', firm.id)
}
