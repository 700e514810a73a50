import { canonicalJson } from '#domain/kernel/canonical-json.ts'

interface Mutation {
  readonly path: string
  readonly value: unknown
}

/** Every copy of a JSON value with one thing changed, with the path of it. */
export function* mutationsOf(value: unknown, path = ''): Generator<Mutation> {
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      for (const inner of mutationsOf(one, at(String(index)))) yield { ...inner, value: value.with(index, inner.value) }
    if (value.length > 0) yield { path, value: value.slice(0, -1) }
    if (value.length > 0) yield { path, value: [...value, value[0]] }
    if (value.length > 1 && canonicalJson(value[0]) !== canonicalJson(value[1]))
      yield { path, value: [value[1], value[0], ...value.slice(2)] }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      for (const inner of mutationsOf(one, at(key))) yield { ...inner, value: { ...value, [key]: inner.value } }
      yield { path: at(key), value: Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)) }
    }
    yield { path: at('added'), value: { ...value, added: 1 } }
  } else {
    yield { path, value: changed(value) }
  }
}

function changed(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  if (leaf === null) return 1
  const text = String(leaf)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return new Date(Date.parse(text) + 1).toISOString()
  const last = text.at(-1)
  return text.slice(0, -1) + (last === '0' ? '1' : '0')
}
