import { z } from 'zod'
import { decideDelivery } from '#domain/engagements/delivery.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagement } from './lock-engagement.ts'

export const deliverResultInput = engagementStepInput.extend({ note: z.string().trim().max(1000).nullish() })

/** The intermediary hands over the result 服务成果; lateness is counted in working days (rulebook R4). Answers with the engagement's id. */
export async function deliverResult(context: UseCaseContext, input: z.input<typeof deliverResultInput>): Promise<string> {
  const parsed = parseInput(deliverResultInput, input)
  const command = { operation: 'deliverResult', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockEngagement(unit, 'INTERMEDIARY', parsed)
    const rules = { now: unit.now, calendar: await loadCalendar(unit.tx) }
    const { deliveredAt, lateWorkingDays } = unwrap(decideDelivery({ state: row.state, deliverDueOn: fromDbDay(row.deliverDueOn) }, rules))
    await unit.tx.engagement.update({
      where: { id: row.id },
      data: { state: 'DELIVERED', deliveredAt, lateWorkingDays, deliveryNote: parsed.note ?? null, version: { increment: 1 } },
    })
    await unit.audit({
      action: 'engagements.deliverResult',
      entity: 'Engagement',
      entityId: row.id,
      before: { state: row.state },
      after: { number: row.number, state: 'DELIVERED', lateWorkingDays },
    })
    await unit.outbox('engagements.delivered', 'Engagement', row.id)
    return row.id
  })
}
