import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { sweepBatch } from './sweep-batch.ts'
import type { SweepPass } from './sweep-batch.ts'

/** How many promises one transaction judges: large enough to be cheap, small enough that no window waits for it. Ours. */
const BATCH = 250

/** Batches under way at once: while the database writes one, the next is judged. Ours. */
const LANES = 2

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

interface Pass extends SweepPass {
  missed: number
  settled: number
  readonly unjudged: Record<number, number>
}

/** From the earliest due day to today. The lanes share one place, so that none judges again what another could not. */
async function sweepOnce(context: UseCaseContext, batchSize: number): Promise<Pass> {
  const pass: Pass = { after: null, claiming: Promise.resolve(), missed: 0, settled: 0, unjudged: {} }
  const lanes = Array.from({ length: LANES }, () => sweepLane(context, batchSize, pass))
  // Whoever hears of a failure hears it when nothing goes on any more.
  await Promise.allSettled(lanes)
  await Promise.all(lanes)
  return pass
}

async function sweepLane(context: UseCaseContext, batchSize: number, pass: Pass): Promise<void> {
  for (;;) {
    const batch = await runInTransaction(context, (unit) => sweepBatch(unit, pass, batchSize), TIMEOUT_MS)
    if (batch === null) return
    pass.missed += batch.missed
    pass.settled += batch.settled
    for (const year of batch.unjudgedYears) pass.unjudged[year] = (pass.unjudged[year] ?? 0) + 1
  }
}
