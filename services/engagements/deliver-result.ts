import { z } from 'zod'
import { feeLimits } from '#domain/catalogue/fee-schedule.ts'
import { decideDelivery } from '#domain/engagements/delivery.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { raisingAlertsFor } from '../supervision/raise-alert-apart.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagement } from './lock-engagement.ts'

export const deliverResultInput = engagementStepInput.extend({
  note: z.string().trim().max(1000).nullish(),
  /** What is charged in the end; left out: the fee agreed. */
  chargedFeeFen: z.int('FEE_INVALID').min(0, 'FEE_INVALID').max(feeLimits.fen, 'FEE_INVALID').nullish(),
})
type Delivery = z.output<typeof deliverResultInput>
interface Known {
  engagement: Awaited<ReturnType<typeof lockEngagement>>
}

/**
 * The intermediary hands over the result 服务成果; lateness is counted in working days (rulebook R4). Charging more than was agreed is
 * refused and leaves an alert. Answers with the engagement's id.
 */
export async function deliverResult(context: UseCaseContext, input: z.input<typeof deliverResultInput>): Promise<string> {
  const parsed = parseInput(deliverResultInput, input)
  const command = { operation: 'deliverResult', clientMutationId: parsed.clientMutationId, input: parsed }
  return raisingAlertsFor<Known>(
    context,
    (known) =>
      runUseCase(context, command, async (unit) => {
        known.engagement = await lockEngagement(unit, 'INTERMEDIARY', parsed)
        return saveDelivery(unit, known.engagement, parsed)
      }),
    ({ code, facts }, { engagement }) =>
      code === 'FEE_RAISED_AFTER_CHOICE' && engagement
        ? {
            kind: 'FEE_RAISED_AFTER_CHOICE',
            level: 'RED',
            sourceType: 'Engagement',
            sourceId: engagement.id,
            subjectId: engagement.intermediary.subjectId,
            serviceItemCode: engagement.serviceItemCode,
            facts: { ...facts, number: engagement.number },
          }
        : null,
  )
}

async function saveDelivery(unit: UnitOfWork, row: Known['engagement'], { note, chargedFeeFen = null }: Delivery): Promise<string> {
  const rules = { now: unit.now, calendar: await loadCalendar(unit.tx), chargedFeeFen }
  const { state, feeFen, deliverDueOn } = row
  const { deliveredAt, lateWorkingDays } = unwrap(decideDelivery({ state, feeFen, deliverDueOn: fromDbDay(deliverDueOn) }, rules))
  await unit.tx.engagement.update({
    where: { id: row.id },
    data: { state: 'DELIVERED', deliveredAt, lateWorkingDays, deliveryNote: note ?? null, chargedFeeFen, version: { increment: 1 } },
  })
  await unit.audit({
    action: 'engagements.deliverResult',
    entity: 'Engagement',
    entityId: row.id,
    before: { state },
    after: { number: row.number, state: 'DELIVERED', lateWorkingDays, chargedFeeFen },
  })
  await unit.outbox('engagements.delivered', 'Engagement', row.id)
  return row.id
}
