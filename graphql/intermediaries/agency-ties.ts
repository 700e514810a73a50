import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadAgencyTies } from '#services/intermediaries/load-agency-ties.ts'
import type { GraphqlContext } from '../context.ts'

type Ties = ReadonlyMap<string, readonly AgencyTie[]>
interface Batch {
  readonly usccs: string[]
  readonly ties: Promise<Ties>
}
const batches = new WeakMap<GraphqlContext, Batch>()

/** To which agencies a firm is tied today. A page of twenty firms asks twenty times and is answered by one statement. */
export async function agencyTiesToday(context: GraphqlContext, uscc: string): Promise<readonly AgencyTie[]> {
  const batch = batches.get(context) ?? openBatch(context)
  batch.usccs.push(uscc)
  return (await batch.ties).get(uscc) ?? []
}

/** Waits until every field of this turn has asked. */
function openBatch(context: GraphqlContext): Batch {
  const usccs: string[] = []
  const ties = new Promise<Ties>((resolve, reject) => {
    setImmediate(() => {
      batches.delete(context)
      loadAgencyTies(context.prisma, usccs, shanghaiDayOf(context.clock.now())).then(resolve, reject)
    })
  })
  const batch = { usccs, ties }
  batches.set(context, batch)
  return batch
}
