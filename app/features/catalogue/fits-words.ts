/** Whether any of the texts holds all words of what was typed, in either language. */
export function fitsWords(typed: string, texts: readonly string[]): boolean {
  const all = texts.join(' ').toLowerCase()
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
