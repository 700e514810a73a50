import type { TimeLimitState } from '#domain/acceptance/time-limit.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ApprovalCase } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { limitOf, toPause } from './pauses-of.ts'

/** How much of its time limit an accepted case has used; null where none runs, or its calendar isn't loaded. */
export async function timeLimitOf({ prisma, clock }: UseCaseContext, row: ApprovalCase): Promise<TimeLimitState | null> {
  const { id, state, acceptedAt, approvalItemCode } = row
  if (state !== 'ACCEPTED' || acceptedAt === null) return null
  const approvalItem = await prisma.approvalItem.findUniqueOrThrow({ where: { code: approvalItemCode } })
  const pauses = await prisma.casePause.findMany({ where: { caseId: id } })
  try {
    return limitOf({ acceptedAt, approvalItem }, pauses.map(toPause), shanghaiDayOf(clock.now()), await loadCalendar(prisma))
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'CALENDAR_NOT_LOADED') return null
    throw error
  }
}
