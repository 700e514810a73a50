/** How unlike two texts are, from 0 to 1: as PostgreSQL's `1 - similarity()`, by the groups of three characters that both have. */
export function trigramDistance(one: string, other: string): number {
  const first = trigramsOf(one)
  const second = trigramsOf(other)
  const shared = [...first].filter((trigram) => second.has(trigram)).length
  const either = first.size + second.size - shared
  return either === 0 ? 0 : 1 - shared / either
}

/** A word begins with two spaces and ends with one. */
function trigramsOf(text: string): ReadonlySet<string> {
  const characters = [...`  ${text} `]
  return new Set(characters.slice(2).map((character, at) => `${characters[at]}${characters[at + 1]}${character}`))
}
