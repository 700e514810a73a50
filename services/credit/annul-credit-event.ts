import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { refreshStandings } from './refresh-standings.ts'

/**
 * Annuls a scored fact: from today on the score is as if it had never been, while past days stay as they were told. In the transaction of
 * the decision it follows from, with the standing. Annulling twice keeps the first annulment.
 * @param reason as it is shown to the subject
 * @throws NotFoundError
 */
export async function annulCreditEvent(unit: UnitOfWork, eventId: string, reason: string): Promise<void> {
  const { tx, now } = unit
  const event = await tx.creditEvent.findUnique({ where: { id: eventId } })
  if (!event) throw new NotFoundError('CreditEvent')
  const { count } = await tx.creditEvent.updateMany({
    where: { id: eventId, annulledAt: null },
    data: { annulledAt: now, annulReason: reason },
  })
  if (count === 0) return
  await unit.audit({
    action: 'annulCreditEvent',
    entity: 'CreditEvent',
    entityId: eventId,
    before: { points: event.points },
    after: { reason },
  })
  await refreshStandings(unit, [event.subjectId])
}
