import type { DrandBeacon } from '#domain/selection/drand-beacon.ts'
import { isFrozenInTime } from '#domain/selection/draw-method.ts'
import { isSameEntry } from '#domain/selection/lottery.ts'
import type { Contribution, Randomness } from '#domain/selection/randomness.ts'
import type { Tx } from '#prisma/client.ts'
import type { DrawSituation, OpenRung } from './draw-state.ts'

/** What a rung gave: randomness, nothing yet, or nothing at all, with why. */
export type Gathered =
  | { readonly state: 'CAME'; readonly randomness: Randomness }
  | { readonly state: 'AWAITED' }
  | { readonly state: 'LAPSED'; readonly code: string }

const awaitedUntil = ({ window }: OpenRung, now: Date, code: string): Gathered =>
  now < window.deadlineAt ? { state: 'AWAITED' } : { state: 'LAPSED', code }

/**
 * Asks one rung. A drand round is taken even after its deadline as long as no later rung was used: it was fixed before anyone could know it,
 * so its coming late changes nothing.
 * @param beacon the round the rung names, where a relay gave it and the chain's key confirmed it
 */
export async function gatherFrom(
  tx: Tx,
  open: OpenRung,
  { draw, pool }: DrawSituation,
  beacon: DrandBeacon | null,
  now: Date,
): Promise<Gathered> {
  const { rung, index, window } = open
  if (!isFrozenInTime(rung, new Date(pool.frozenAt))) return { state: 'LAPSED', code: 'POOL_FROZEN_LATE' }
  if (now < window.opensAt) return { state: 'AWAITED' }
  switch (rung.kind) {
    case 'DRAND':
      if (beacon?.round === rung.round) return { state: 'CAME', randomness: { kind: 'DRAND', rung: index, ...beacon } }
      return awaitedUntil(open, now, 'BEACON_DID_NOT_COME')
    case 'LOTTERY': {
      const agreed = await agreedEntry(tx, draw.id)
      if (!agreed) return awaitedUntil(open, now, 'NUMBERS_DID_NOT_COME')
      const { issue, numbers } = agreed
      return { state: 'CAME', randomness: { kind: 'LOTTERY', rung: index, drawnOn: window.drawnOn ?? '', issue, numbers } }
    }
    case 'CONTRIBUTIONS': {
      const contributions = await loadContributions(tx, pool)
      const revealed = contributions.filter(({ text }) => text !== null).length
      const isComplete = revealed === contributions.length || now >= window.deadlineAt
      if (contributions.length < rung.minimum || (isComplete && revealed < rung.minimum))
        return { state: 'LAPSED', code: 'TOO_FEW_CONTRIBUTIONS' }
      return isComplete ? { state: 'CAME', randomness: { kind: 'CONTRIBUTIONS', rung: index, contributions } } : { state: 'AWAITED' }
    }
  }
}

/** What two people entered alike, neither having seen the other's. */
async function agreedEntry(tx: Tx, drawId: string): Promise<{ issue: string; numbers: number[] } | null> {
  const rows = await tx.lotteryEntry.findMany({ where: { drawId, isVoid: false }, orderBy: { enteredAt: 'asc' } })
  const [first, second] = rows.map(({ source: issue, numbers, enteredById }) => ({ issue, numbers, enteredById }))
  return first && second && first.enteredById !== second.enteredById && isSameEntry(first, second) ? first : null
}

/** Whoever committed at sign-up, in pool order: the commitments are those frozen with the pool. */
async function loadContributions(tx: Tx, { places }: DrawSituation['pool']): Promise<readonly Contribution[]> {
  const committed = places.flatMap(({ place, signUpId, contributionHash: hash }) => (hash === null ? [] : [{ place, signUpId, hash }]))
  const rows = await tx.signUp.findMany({
    where: { id: { in: committed.map(({ signUpId }) => signUpId) } },
    select: { id: true, contribution: true },
  })
  const texts = new Map(rows.map(({ id, contribution }) => [id, contribution]))
  return committed.map(({ place, signUpId, hash }) => ({ place, hash, text: texts.get(signUpId) ?? null }))
}
