import { z } from 'zod'
import { SandboxClock } from '../kernel/clock.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

export const setSandboxClockInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  at: z.date(),
  /** Sandbox seconds a real second: 1 as in life, 0 stands still, 86400 a day a second. */
  rate: z.number().min(0).max(86_400).default(1),
})

/**
 * Sets the rehearsal clock. Impossible outside sandbox mode, whoever asks. The worker sweeps soon
 * after, and the outbox says `clock.moved`: what fell due in between happens now.
 * @throws RefusedError NOT_A_SANDBOX · ForbiddenError
 */
export async function setSandboxClock(context: UseCaseContext, input: z.input<typeof setSandboxClockInput>): Promise<string> {
  const parsed = parseInput(setSandboxClockInput, input)
  demand(context, 'clock.set')
  const { isSandbox, clock } = context
  if (!isSandbox || !(clock instanceof SandboxClock)) throw new RefusedError({ code: 'NOT_A_SANDBOX' })
  const { at, rate, clientMutationId } = parsed
  const id = await runUseCase(context, { operation: 'setSandboxClock', clientMutationId, input: parsed }, async (unit) => {
    await SandboxClock.keep(unit.tx, at, rate)
    await unit.audit({ action: 'clock.set', entity: 'SandboxClock', entityId: '1', before: { now: unit.now }, after: { now: at, rate } })
    await unit.outbox('clock.moved', 'SandboxClock', '1')
    // A second later, so that this process has the new time when its worker looks.
    for (const job of ['sweep-commitments', 'remind-commitments', 're-rate-due', 'advance-selections']) {
      await unit.tx
        .$executeRaw`SELECT graphile_worker.add_job(${job}, run_at := clock_timestamp() + interval '1 second', max_attempts := 1)`
    }
    return '1'
  })
  await clock.reload(context.prisma)
  return id
}
