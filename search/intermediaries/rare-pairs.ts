/** Which share of the documents has a gram, from 0 to 1; 0 for one that is not among the common ones. */
export type GramShare = (gram: string) => number

/** Pairs that an index has to look up to find names with all pairs: more would only read longer lists. */
const mostLookedUp = 4
/** A wrong character spoils two pairs, so the name that is meant has two of the four rarest. */
const mostForCandidates = 4

const byShare = (pairs: readonly string[], shareOf: GramShare): string[] => [...pairs].sort((a, b) => shareOf(a) - shareOf(b))

/** The pairs by which names that have all of them are looked up. */
export function lookupPairs(pairs: readonly string[], shareOf: GramShare): string[] {
  return byShare(pairs, shareOf).slice(0, mostLookedUp)
}

/** Pairs of pairs, rare ones: a similar name has both of at least one. */
export function candidateTwos(pairs: readonly string[], shareOf: GramShare): (readonly [string, string])[] {
  const rare = byShare(pairs, shareOf).slice(0, mostForCandidates)
  return rare.flatMap((one, index) => rare.slice(index + 1).map((other) => [one, other] as const))
}
