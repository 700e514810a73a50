import { simplified, traditional } from './traditional-characters.ts'

const simplifiedOf = new Map([...traditional].map((character, index) => [character, simplified[index] ?? character]))

/**
 * Text as it is compared: full width folded (NFKC), lower case, traditional characters simplified, everything but letters and digits gone.
 * Names and queries go through the same fold, so that either may be written either way.
 */
export function foldText(text: string): string {
  let folded = ''
  for (const character of text.normalize('NFKC').toLowerCase()) {
    if (/[\p{L}\p{N}]/u.test(character)) folded += simplifiedOf.get(character) ?? character
  }
  return folded
}

/** The words of a query: folded, split at whatever is neither letter nor digit. */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldText)
    .filter((word) => word !== '')
}

/** The pairs of neighbouring characters of a folded text, each once. */
export function bigramsOf(folded: string): string[] {
  const characters = [...folded]
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))]
}

/** What a folded text is indexed under: its pairs, and each character for queries of a single one. */
export function gramsOf(folded: string): string[] {
  return [...new Set([...bigramsOf(folded), ...folded])]
}
