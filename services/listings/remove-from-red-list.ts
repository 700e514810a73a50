import { toDbDay } from '#prisma/db-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { endListEntry } from './end-list-entry.ts'
import { lockSubject } from './lock-nomination.ts'

/**
 * Takes a subject off the red list because it now stands on the blacklist or the dishonesty list: in the transaction of that decision, so that
 * nobody is praised and barred on the same day. Does nothing for who stands on none of both.
 * @returns how many entries ended
 */
export async function removeFromRedList(unit: UnitOfWork, subjectId: string): Promise<number> {
  const { tx, now } = unit
  await lockSubject(tx, subjectId)
  const today = toDbDay(shanghaiDayOf(now))
  const active = { subjectId, status: 'ACTIVE' as const, fromOn: { lte: today }, OR: [{ untilOn: null }, { untilOn: { gte: today } }] }
  const cause = await tx.listEntry.findFirst({
    where: { ...active, list: { in: ['BLACKLIST', 'DISHONESTY'] } },
    orderBy: { fromOn: 'desc' },
  })
  if (!cause) return 0
  const praised = await tx.listEntry.findMany({
    where: { ...active, list: 'RED_LIST' },
    select: { id: true, number: true, nominationId: true },
  })
  for (const { id, number, nominationId } of praised) {
    await endListEntry(unit, id, {
      as: 'REMOVED',
      reason: `因列入${cause.list === 'BLACKLIST' ? '黑名单' : '失信名单'}（${cause.number}）移出红名单。`,
    })
    if (nominationId === null) continue
    const facts = { number, cause: cause.number }
    await recordStep(unit, { procedure: 'RED_LIST', entityId: nominationId, kind: 'RED_LIST_REMOVED', audience: 'PUBLIC', facts })
  }
  return praised.length
}

/** What a decision elsewhere left on the red list: whoever stands on both lists leaves the red one. @returns how many entries ended */
export async function removeBarredFromRedList(context: UseCaseContext): Promise<number> {
  demand(context, 'redList.keep')
  const day = toDbDay(shanghaiDayOf(context.clock.now()))
  const rows = await context.prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT red."subjectId" AS id FROM "ListEntry" red JOIN "ListEntry" bar ON bar."subjectId" = red."subjectId"
    WHERE red."list" = 'RED_LIST' AND red."status" = 'ACTIVE' AND bar."list" <> 'RED_LIST' AND bar."status" = 'ACTIVE'
      AND bar."fromOn" <= ${day} AND (bar."untilOn" IS NULL OR bar."untilOn" >= ${day})`
  let ended = 0
  for (const { id } of rows) ended += await runInTransaction(context, (unit) => removeFromRedList(unit, id))
  return ended
}
