/** The facts of a refusal as the placeholders of its text. */
export function textFacts(facts: unknown): Readonly<Record<string, string | number>> {
  const entries = Object.entries(typeof facts === 'object' && facts !== null ? facts : {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])))
}
