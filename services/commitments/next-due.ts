import { nextDueDay } from '#domain/commitments/next-due.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Commitment } from '#prisma/generated/client.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'
import type { ItemOfRule } from './promised-supplement.ts'

type Running = Pick<Commitment, 'mode' | 'state' | 'supplementDueOn' | 'ruleSetVersion'>

/**
 * The value of `Commitment.nextDueOn` for a commitment and its materials as they stand at `now`. Every step that changes state, days or
 * deliveries writes it in the same update: it is all the sweep looks for.
 * @param excused materials that nobody may demand any more
 */
export function nextDueOnOf(commitment: Running, items: readonly ItemOfRule[], now: Date, excused?: ReadonlySet<number>): Date | null {
  const { mode, state } = commitment
  const running = { mode, state, ...promisedSupplementOf({ ...commitment, items }) }
  const day = nextDueDay(running, rulesOfCommitment(commitment), now, excused)
  return day === null ? null : toDbDay(day)
}

/** Writes the column of many by one statement. `isStep`: something of the promise changed with it, so whoever looked before looks again. */
export async function writeNextDueDays(
  tx: Tx,
  days: readonly { readonly id: string; readonly nextDueOn: Date | CalendarDay | null }[],
  { isStep }: { readonly isStep: boolean },
): Promise<void> {
  if (days.length === 0) return
  await tx.$executeRaw`
    UPDATE "Commitment" AS c SET "nextDueOn" = d."nextDueOn", "version" = c."version" + ${isStep ? 1 : 0}::int
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d("id" uuid, "nextDueOn" date) WHERE c."id" = d."id"`
}
