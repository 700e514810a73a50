/**
 * One text for one value: keys sorted by code unit, no white space, no undefined (RFC 8785 for what this program hashes: strings, safe
 * integers and simple fractions). Whatever is hashed or signed is written this way, so that anyone can write it again.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return scalarText(value)
  return Array.isArray(value) ? listText(value) : fieldsText(value as Readonly<Record<string, unknown>>)
}

function scalarText(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`no JSON number: ${value}`)
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`no JSON value: ${typeof value}`)
  return text
}

// Plain loops: a pool of ten thousand bidders is written and hashed several times within a second.
function listText(values: readonly unknown[]): string {
  let text = ''
  for (const value of values) text += `${text === '' ? '' : ','}${canonicalJson(value ?? null)}`
  return `[${text}]`
}

function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  let text = ''
  // The default order of strings is that of their code units.
  for (const name of Object.keys(fields).sort()) {
    const value = fields[name]
    if (value !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}
