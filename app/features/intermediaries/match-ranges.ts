/** A part of a text, [start, end) in UTF-16 units. */
export type Range = readonly [number, number]

/**
 * Where the words of a search stand in a name, in order and apart, for <Highlight>. The words come folded from the API (half width, lower
 * case, letters and digits only), so the name is folded the same way and the places are led back. A word that stands nowhere as a whole was
 * found by its pairs of characters, and these are marked.
 */
export function matchRanges(name: string, terms: readonly string[]): readonly Range[] {
  const { folded, places } = fold(name)
  const found = terms.flatMap((term) => {
    const whole = positionsOf(term, folded).slice(0, 1)
    return whole.length > 0 ? whole : pairsOf(term).flatMap((pair) => positionsOf(pair, folded).slice(0, 1))
  })
  const spans = found.map(([start, end]): Range => [places[start]?.[0] ?? 0, places[end - 1]?.[1] ?? 0])
  return joined(spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]))
}

/** The folded text, and for each of its UTF-16 units where it stood. */
function fold(text: string): { readonly folded: string; readonly places: readonly Range[] } {
  let folded = ''
  const places: Range[] = []
  let at = 0
  for (const character of text) {
    for (const part of character.normalize('NFKC').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(part)) continue
      folded += part
      for (let unit = 0; unit < part.length; unit += 1) places.push([at, at + character.length])
    }
    at += character.length
  }
  return { folded, places }
}

function positionsOf(term: string, folded: string): Range[] {
  const start = term === '' ? -1 : folded.indexOf(term)
  return start < 0 ? [] : [[start, start + term.length]]
}

function pairsOf(term: string): string[] {
  const characters = [...term]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Ranges in order, those that touch or overlap made one. */
function joined(ranges: readonly Range[]): Range[] {
  const apart: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = apart.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}
