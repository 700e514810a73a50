import type { Bar } from '#domain/credit/bar.ts'
import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { refuse } from '#domain/kernel/result.ts'
import { checkPreselectable, checkPreselected } from '#domain/selection/preselection.ts'
import type { PoolTerm, PreselectionFacts, PreselectionObstacle, PreselectionRefusal } from '#domain/selection/preselection.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Intermediary, PreselectionPool, Qualification } from '#prisma/generated/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { toItem, toQualification } from '../engagements/load-choice-facts.ts'
import { loadAgencyTies, loadAgencyTiesOf } from '../intermediaries/load-agency-ties.ts'

/** The columns a firm's membership is judged by. */
export const preselectionInclude = { qualifications: true, subject: { include: { standing: true } } } as const

type Firm = Pick<Intermediary, 'status'> & {
  readonly qualifications: readonly Qualification[]
  readonly subject: { readonly uscc: string | null; readonly standing: { readonly bars: unknown } | null }
}

/** What a pool is for. */
type Purpose = Pick<PreselectionPool, 'serviceItemCode' | 'divisionCode'>

/** How long a pool holds. */
export const termOf = ({ validUntilOn, closedAt }: Pick<PreselectionPool, 'validUntilOn' | 'closedAt'>): PoolTerm => ({
  validUntilOn: fromDbDay(validUntilOn),
  closedAt,
})

/**
 * Whether the firm counts as a member of the pool at `now`: on the books, in a pool that is open, and neither listed, suspended, exited,
 * tied to the approving agency nor without its certificate. Read from the rows as they are, so a listing in the same second counts.
 */
export async function isPreselected(tx: Tx, poolId: string, intermediaryId: string, now: Date): Promise<Result<true, PreselectionRefusal>> {
  const pool = await tx.preselectionPool.findUniqueOrThrow({ where: { id: poolId } })
  const membership = await tx.preselectionMember.findUnique({
    where: { poolId_intermediaryId: { poolId, intermediaryId } },
    include: { intermediary: { include: preselectionInclude } },
  })
  if (!membership) return refuse({ code: 'NOT_PRESELECTED' })
  const { intermediary } = membership
  const ties = await loadAgencyTiesOf(tx, intermediary.subject.uscc ?? '', shanghaiDayOf(now))
  return checkPreselected(termOf(pool), membership, factsOf(intermediary, ties, await loadPurpose(tx, pool, now)))
}

/** What keeps each of these firms out of such a pool now, in the order given; null: nothing. Four statements, however many firms. */
export async function preselectionObstacles(
  tx: Tx,
  purpose: Purpose,
  firms: readonly Firm[],
  now: Date,
): Promise<readonly (PreselectionObstacle | null)[]> {
  if (firms.length === 0) return []
  const usccs = firms.flatMap(({ subject }) => subject.uscc ?? [])
  const ties = await loadAgencyTies(tx, usccs, shanghaiDayOf(now))
  const known = await loadPurpose(tx, purpose, now)
  return firms.map((firm) => {
    const checked = checkPreselectable(factsOf(firm, ties.get(firm.subject.uscc ?? '') ?? [], known))
    return checked.ok ? null : checked.refusal
  })
}

type KnownPurpose = Pick<PreselectionFacts, 'item' | 'divisionLine' | 'now'>

async function loadPurpose(tx: Tx, { serviceItemCode, divisionCode }: Purpose, now: Date): Promise<KnownPurpose> {
  const item = await itemInForce(tx, serviceItemCode, shanghaiDayOf(now))
  const divisionLine = (await divisionLines(tx, [divisionCode])).get(divisionCode)
  if (!item || !divisionLine) throw new Error(`no item ${serviceItemCode} or no division ${divisionCode}`)
  return { item: toItem(item), divisionLine, now }
}

function factsOf({ status, qualifications, subject }: Firm, agencyTies: readonly AgencyTie[], purpose: KnownPurpose): PreselectionFacts {
  const bars = (subject.standing?.bars ?? []) as readonly Bar[]
  return { ...purpose, bars, intermediary: { status, qualifications: qualifications.map(toQualification), agencyTies } }
}
