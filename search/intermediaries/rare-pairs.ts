import type { Pool } from 'pg'

/** Which share of the documents has a gram, from 0 to 1; 0 for one that is not among the common ones. */
export type GramShare = (gram: string) => number

/** Pairs that an index has to look up to find names with all pairs: more would only read longer lists. */
const mostLookedUp = 4
/** A wrong character spoils two pairs, so the third rarest is the first to trust. */
const leastForCandidates = 3
/** Further pairs are looked up while few documents have them. */
const shareOfCandidates = 0.01
const mostForCandidates = 6

const byShare = (pairs: readonly string[], shareOf: GramShare): string[] => [...pairs].sort((a, b) => shareOf(a) - shareOf(b))

/** The pairs by which names that have all of them are looked up. */
export function lookupPairs(pairs: readonly string[], shareOf: GramShare): string[] {
  return byShare(pairs, shareOf).slice(0, mostLookedUp)
}

/** The pairs of which a similar name has at least one. */
export function candidatePairs(pairs: readonly string[], shareOf: GramShare): string[] {
  let share = 0
  return byShare(pairs, shareOf).filter((pair, index) => {
    share += shareOf(pair)
    return index < leastForCandidates || (index < mostForCandidates && share < shareOfCandidates)
  })
}

/** Shares from the statistics that PostgreSQL keeps anyway; its list of common elements is long enough to tell rare pairs from common ones. */
export async function loadGramShares(pool: Pool): Promise<GramShare> {
  const { rows } = await pool.query<{ gram: string; share: number }>(
    `SELECT gram, share FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(gram, share)
     WHERE schemaname = current_schema() AND tablename = 'SearchDocument' AND attname = 'grams' AND gram IS NOT NULL`,
  )
  const shares = new Map(rows.map(({ gram, share }) => [gram, share]))
  return (gram) => shares.get(gram) ?? 0
}
