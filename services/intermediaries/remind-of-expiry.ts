import { reminderDueOn } from '#domain/intermediaries/expiry-reminder.ts'
import { upkeepRuleSets } from '#domain/intermediaries/upkeep-rule-set.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Qualification } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

const BATCH = 500

/**
 * Reminds firms of certificates that are about to end, at most once for each last day and number of days (rulebook R3). The reminder's
 * primary key is the lock: of two sweepers the second writes nothing and sends nothing.
 */
export async function remindOfExpiry(context: UseCaseContext): Promise<{ reminded: number }> {
  demand(context, 'registerChange.carryOut')
  const today = shanghaiDayOf(context.clock.now())
  const reminderDays = unwrap(ruleSetOn(upkeepRuleSets, today)).parameters.reminderDays.value
  const until = addDays(today, Math.max(...reminderDays))
  let reminded = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const batch = await context.prisma.qualification.findMany({
      where: {
        id: { gt: after },
        validUntilOn: { gte: toDbDay(today), lte: toDbDay(until) },
        intermediary: { status: { not: 'EXITED' } },
      },
      include: { reminders: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const { reminders, ...certificate } of batch) {
      const { validUntilOn, registeredAt } = certificate
      if (validUntilOn === null) continue
      const sent = reminders.filter((one) => one.validUntilOn.getTime() === validUntilOn.getTime())
      const due = reminderDueOn(
        today,
        {
          validUntilOn: fromDbDay(validUntilOn),
          registeredOn: shanghaiDayOf(registeredAt),
          sentDaysAhead: sent.map(({ daysAhead }) => daysAhead),
        },
        reminderDays,
      )
      if (due !== null && (await send(context, certificate, validUntilOn, due))) reminded += 1
    }
    after = batch.at(-1)?.id ?? ''
    if (batch.length < BATCH) return { reminded }
  }
}

async function send(context: UseCaseContext, { id }: Qualification, validUntilOn: Date, daysAhead: number): Promise<boolean> {
  return runInTransaction(context, async (unit) => {
    // What was renewed or removed since it was read needs no reminder of the old day.
    const stands = await unit.tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Qualification" WHERE "id" = ${id}::uuid AND "validUntilOn" = ${validUntilOn}::date FOR KEY SHARE`
    if (stands.length === 0) return false
    const { count } = await unit.tx.qualificationReminder.createMany({
      data: [{ qualificationId: id, validUntilOn, daysAhead, sentAt: unit.now }],
      skipDuplicates: true,
    })
    if (count === 0) return false
    await unit.outbox('intermediaries.qualificationExpiring', 'Qualification', id)
    return true
  })
}
