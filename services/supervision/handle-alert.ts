import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'

export const handleAlertInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  /** What was found and done: the alert itself decides nothing. */
  note: z.string().trim().min(1).max(4000),
})

/**
 * 处置预警: an official says what came of an alert (rulebook R7). Once; what follows from it is a procedure of its own. Answers with the
 * alert's id.
 * @throws RefusedError ALERT_HANDLED
 */
export async function handleAlert(context: UseCaseContext, input: z.input<typeof handleAlertInput>): Promise<string> {
  const parsed = parseInput(handleAlertInput, input)
  const command = { operation: 'handleAlert', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'alert.handle')
    const { tx, now, viewer } = unit
    const { number, note } = parsed
    await tx.$queryRaw`SELECT 1 FROM "Alert" WHERE "number" = ${number} FOR UPDATE`
    const alert = await tx.alert.findUnique({ where: { number } })
    if (!alert) throw new NotFoundError('Alert')
    if (alert.state === 'HANDLED') throw new RefusedError({ code: 'ALERT_HANDLED', number, handledAt: alert.handledAt })
    const handled = { state: 'HANDLED', handledAt: now, handledById: viewer.userId, handlingNote: note } as const
    await tx.alert.update({ where: { number }, data: handled })
    await unit.audit({
      action: 'supervision.handleAlert',
      entity: 'Alert',
      entityId: alert.id,
      before: { state: alert.state },
      after: { number, state: 'HANDLED', note },
    })
    return alert.id
  })
}
