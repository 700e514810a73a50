import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadAgencyTies } from '#services/intermediaries/load-agency-ties.ts'
import type { GraphqlContext } from '../context.ts'
import { batched } from '../kernel/batched.ts'

const tiesOf = batched<string, readonly AgencyTie[]>((context, usccs) =>
  loadAgencyTies(context.prisma, usccs, shanghaiDayOf(context.clock.now())),
)

/** To which agencies a firm is tied today. A page of twenty firms asks twenty times and is answered by one statement. */
export const agencyTiesToday = async (context: GraphqlContext, uscc: string): Promise<readonly AgencyTie[]> =>
  (await tiesOf(context, uscc)) ?? []
