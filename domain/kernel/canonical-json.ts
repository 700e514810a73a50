/**
 * One text for one value: keys sorted by code unit, no white space, no undefined (RFC 8785 for what this program hashes: strings, safe
 * integers and simple fractions). Whatever is hashed or signed is written this way, so that anyone can write it again.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, one]) => one !== undefined)
    const sorted = fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`no JSON number: ${value}`)
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`no JSON value: ${typeof value}`)
  return text
}
