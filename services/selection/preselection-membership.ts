import type { Bar } from '#domain/credit/bar.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { refuse } from '#domain/kernel/result.ts'
import { checkPreselectable, checkPreselected } from '#domain/selection/preselection.ts'
import type { PoolTerm, PreselectionFacts, PreselectionObstacle, PreselectionRefusal } from '#domain/selection/preselection.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Intermediary, PreselectionPool, Qualification } from '#prisma/generated/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { itemsInForce } from '../catalogue/item-in-force.ts'
import { toItem, toQualification } from '../engagements/load-choice-facts.ts'
import { loadAgencyTies } from '../intermediaries/load-agency-ties.ts'

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
 * @param openAt when the pool had to be open, where that is not now: a pool that ends after the sign-up of a selection takes nobody's win
 */
export async function isPreselected(
  tx: Tx,
  poolId: string,
  intermediaryId: string,
  now: Date,
  openAt: Date = now,
): Promise<Result<true, PreselectionRefusal>> {
  const pool = await tx.preselectionPool.findUniqueOrThrow({ where: { id: poolId } })
  const membership = await tx.preselectionMember.findUnique({
    where: { poolId_intermediaryId: { poolId, intermediaryId } },
    include: { intermediary: { include: preselectionInclude } },
  })
  if (!membership) return refuse({ code: 'NOT_PRESELECTED' })
  const [facts] = await loadFacts(tx, [{ purpose: pool, firm: membership.intermediary }], now)
  return facts ? checkPreselected(termOf(pool), membership, facts, openAt) : refuse({ code: 'NOT_PRESELECTED' })
}

/** A firm as it stands now beside a pool's purpose. */
export interface Candidate {
  readonly purpose: Purpose
  readonly firm: Firm
}

/** What keeps each of these firms out now, in the order given; null: nothing. Four statements, however many firms and pools. */
export async function preselectionObstacles(
  tx: Tx,
  candidates: readonly Candidate[],
  now: Date,
): Promise<readonly (PreselectionObstacle | null)[]> {
  return (await loadFacts(tx, candidates, now)).map((facts) => {
    const checked = checkPreselectable(facts)
    return checked.ok ? null : checked.refusal
  })
}

async function loadFacts(tx: Tx, candidates: readonly Candidate[], now: Date): Promise<readonly PreselectionFacts[]> {
  const today = shanghaiDayOf(now)
  const purposes = candidates.map(({ purpose }) => purpose)
  const items = await itemsInForce(
    tx,
    purposes.map(({ serviceItemCode }) => serviceItemCode),
    today,
  )
  const lines = await divisionLines(
    tx,
    purposes.map(({ divisionCode }) => divisionCode),
  )
  const ties = await loadAgencyTies(
    tx,
    candidates.flatMap(({ firm }) => firm.subject.uscc ?? []),
    today,
  )
  return candidates.map(({ purpose, firm: { status, qualifications, subject } }) => {
    const [item, divisionLine] = [items.get(purpose.serviceItemCode), lines.get(purpose.divisionCode)]
    // A pool is opened for an item that the catalogue has; the catalogue forgets none.
    if (!item || !divisionLine) throw new Error(`a pool for ${purpose.serviceItemCode} in ${purpose.divisionCode}`)
    const agencyTies = ties.get(subject.uscc ?? '') ?? []
    return {
      now,
      divisionLine,
      item: toItem(item),
      intermediary: { status, qualifications: qualifications.map(toQualification), agencyTies },
      bars: (subject.standing?.bars ?? []) as readonly Bar[],
    }
  })
}
