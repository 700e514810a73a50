import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { lockOwnEntry } from './changing-firm.ts'
import { finishExit } from './finish-exit.ts'
import { loadExitHolds } from './load-exit-holds.ts'

export const requestExitInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  reasons: z.string().trim().max(2000).default(''),
})

/**
 * Voluntary exit 退出. From now on the firm takes nothing new. With nothing running it is out at once; else it finishes what runs, engagements
 * and violation cases alike, and is out by itself after the last of them (rule set ZZ-UPKEEP-1).
 * @returns the change's id · @throws RefusedError EXIT_ALREADY_REQUESTED, INTERMEDIARY_NOT_LISTED · ForbiddenError
 */
export async function requestExit(context: UseCaseContext, input: z.input<typeof requestExitInput>): Promise<string> {
  const parsed = parseInput(requestExitInput, input)
  return runUseCase(context, { operation: 'requestExit', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const firm = await lockOwnEntry(unit)
    if (firm.status === 'EXITING') throw new RefusedError({ code: 'EXIT_ALREADY_REQUESTED' })
    const { tx, now, viewer } = unit
    const holds = await loadExitHolds(tx, firm, now)
    const { id, number } = await tx.registerChange.create({
      data: {
        number: await nextNumber(unit, 'REGISTER_CHANGE'),
        intermediaryId: firm.id,
        kind: 'EXIT',
        state: 'WAITING',
        wanted: {},
        reasons: parsed.reasons,
        submittedAt: now,
        submittedById: viewer.userId ?? '',
        checkDueOn: toDbDay(shanghaiDayOf(now)),
      },
    })
    await unit.audit({ action: 'intermediary.requestExit', entity: 'RegisterChange', entityId: id, after: { number, waitsFor: holds } })
    if (holds.length === 0) {
      await finishExit(unit, firm, id)
      return id
    }
    await tx.intermediary.update({ where: { id: firm.id }, data: { status: 'EXITING', version: { increment: 1 } } })
    await refreshStanding(unit, firm.subjectId)
    await unit.outbox('intermediaries.exitRequested', 'RegisterChange', id)
    return id
  })
}
