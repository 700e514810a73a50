import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { timeLimitLevel } from '#domain/supervision/time-limit.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { warnOfLimit } from '../supervision/warn-of-limit.ts'
import { openAnswers } from './open-answers.ts'

/**
 * Warns supervision of answers to appeals, repairs and objections to data whose time limit is 90 % used, and again when it is exceeded
 * (rulebook R7): each level of a due day once. About no party: lateness is not theirs.
 * @returns how many alerts were raised
 */
export async function warnOfAnswers(context: UseCaseContext): Promise<number> {
  demand(context, 'remedy.remind')
  const now = context.clock.now()
  const calendar = await loadCalendar(context.prisma)
  let raised = 0
  for (const { entity, id, number, filedOn, dueOn } of await openAnswers(context.prisma, shanghaiDayOf(now))) {
    const level = timeLimitLevel({ startedOn: filedOn, dueOn }, now, calendar)
    // A calendar that isn't loaded stops nobody else's warning; the filing itself says it.
    if (!level.ok || level.value === null) continue
    if (await warnOfLimit(context, { kind: 'ANSWER_OVERDUE', level: level.value, sourceType: entity, id, number, dueOn })) raised += 1
  }
  return raised
}
