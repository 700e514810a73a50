import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { sweepBatch } from './sweep-batch.ts'
import type { SweepPlace, SweptBatch } from './sweep-batch.ts'

/** How many promises one transaction judges: large enough to be cheap, small enough that no window waits for it. Ours. */
const BATCH = 250

/** A batch takes a fraction of a second; on a machine that is short of everything it still ends. */
const TIMEOUT_MS = 120_000

export interface Swept {
  readonly missed: number
  /** Promises nobody could judge, by the year whose calendar is not loaded. They stay as they are until it is. */
  readonly unjudged: Readonly<Record<number, number>>
}

/**
 * Turns every commitment whose due day has ended into a miss, once (rulebook R1). Any number of sweepers share the work: what one holds the
 * others skip, and what a killed one held is free again, so a pass that did something is followed by another. Run again, it finds
 * nothing. A promise due in a year whose calendar is not loaded stops alone, with an alert.
 */
export async function sweepDueCommitments(context: UseCaseContext, batchSize = BATCH): Promise<Swept> {
  demand(context, 'breach.record')
  let missed = 0
  for (;;) {
    const pass = await sweepOnce(context, batchSize)
    missed += pass.missed
    if (pass.settled === 0) return { missed, unjudged: pass.unjudged }
  }
}

async function sweepOnce(context: UseCaseContext, batchSize: number): Promise<Swept & { readonly settled: number }> {
  const unjudged: Record<number, number> = {}
  let [missed, settled] = [0, 0]
  for (let after: SweepPlace | null = null; ;) {
    const from: SweepPlace | null = after
    const batch: SweptBatch = await runInTransaction(context, (unit) => sweepBatch(unit, from, batchSize), TIMEOUT_MS)
    missed += batch.missed
    settled += batch.settled
    for (const year of batch.unjudgedYears) unjudged[year] = (unjudged[year] ?? 0) + 1
    if (batch.last === null) return { missed, settled, unjudged }
    after = batch.last
  }
}
