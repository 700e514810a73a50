/** One value of a thing, before and after, ready to be read; null where it was or is not there. */
export interface ChangedValue {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

type Values = Readonly<Record<string, unknown>>
const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {})

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(inOrder(value), null, 1) : String(value)
}

/** With its keys in order, deep: on its way to the browser an object's keys change places, and hydration compares. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]))
}

/** What differs between the two sides of an audit line, by name. */
export function changedValues(before: unknown, after: unknown): ChangedValue[] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return names.map((name) => ({ name, before: textOf(was[name]), after: textOf(is[name]) })).filter((value) => value.before !== value.after)
}
