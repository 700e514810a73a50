import { nextDueDay } from '#domain/commitments/next-due.ts'
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
