import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { remind } from '../procedures/remind.ts'

/**
 * Tells the deciders of each nomination whose publicity is over with every objection answered, and the examining offices of objections whose
 * answer is due: each once.
 * @returns how many were told of
 */
export async function remindOfNominations(context: UseCaseContext): Promise<number> {
  demand(context, 'redList.keep')
  const { prisma } = context
  const today = toDbDay(shanghaiDayOf(context.clock.now()))
  const decidable = await prisma.redListNomination.findMany({
    where: { state: 'PUBLICITY', publicUntilOn: { lt: today }, objections: { none: { state: 'FILED' } } },
    select: { id: true, publicUntilOn: true },
  })
  const unanswered = await prisma.redListObjection.findMany({
    where: { state: 'FILED', answerDueOn: { lte: today } },
    select: { id: true, answerDueOn: true },
  })
  const deadlines = [
    ...decidable.flatMap(({ id, publicUntilOn }) =>
      publicUntilOn ? [{ sourceType: 'RedListNomination', sourceId: id, dueOn: publicUntilOn, topic: 'redList.toDecide' }] : [],
    ),
    ...unanswered.map(({ id, answerDueOn }) => ({
      ...{ sourceType: 'RedListObjection', sourceId: id, dueOn: answerDueOn, topic: 'redList.objectionDue' },
    })),
  ]
  let told = 0
  for (const { dueOn, sourceType, ...deadline } of deadlines) {
    const reminder = { ...deadline, sourceType, entity: sourceType, dueOn: fromDbDay(dueOn), daysAhead: 0 }
    if (await runInTransaction(context, (unit) => remind(unit, reminder))) told += 1
  }
  return told
}
