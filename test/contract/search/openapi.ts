import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Record<string, Json> }
}

const document = JSON.parse(readFileSync('test/vectors/meilisearch-openapi.json', 'utf8')) as Document
// Errata: on the wire it is the list itself (test/vectors/README.md).
document.components.schemas['AttributePatterns'] = { type: 'array', items: { type: 'string' } }

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema(document, 'meilisearch')

/** Settings that v1.53 knows; the server refuses a body with any other key. */
export interface Exchange {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: unknown
}

/** What is wrong with a request by the document: unknown operation, a body of the wrong shape, a key that isn't there. */
export function problemsOfRequest({ method, path, body }: Exchange): readonly string[] {
  const found = operationOf(method, path)
  if (!found) return [`no operation ${method} ${path}`]
  const schema = found.operation.requestBody?.content['application/json']?.schema
  if (!schema) return body === undefined ? [] : [`${method} ${path} takes no body`]
  const pointer = `${found.pointer}/requestBody/content/application~1json/schema`
  return [...shapeProblems(pointer, body), ...unknownKeys(schema, body, '')]
}

/** What is wrong with an answer, so that a stub can't answer what the server never would. */
export function problemsOfAnswer({ method, path }: Pick<Exchange, 'method' | 'path'>, status: number, answer: unknown): readonly string[] {
  const found = operationOf(method, path)
  if (!found?.operation.responses[String(status)]?.content) return [`no answer ${status} of ${method} ${path}`]
  return shapeProblems(`${found.pointer}/responses/${status}/content/application~1json/schema`, answer)
}

function operationOf(method: string, path: string): { readonly operation: Operation; readonly pointer: string } | null {
  const [plain = ''] = path.split('?')
  const parts = plain.split('/')
  const fits = (template: string) => {
    const pattern = template.split('/')
    return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('{') || part === parts[at])
  }
  const template = Object.keys(document.paths).find(fits)
  const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()]
  if (template === undefined || !operation) return null
  return { operation, pointer: `meilisearch#/paths/${escaped(template)}/${method.toLowerCase()}` }
}

const escaped = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

function shapeProblems(pointer: string, value: unknown): string[] {
  const validate = ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer })
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}

/** Keys that no schema of the object names. Objects whose keys are free (facets, settings by attribute) have none to compare with. */
function unknownKeys(schema: Json, value: unknown, at: string): string[] {
  const resolved = alternatives(schema)
  if (Array.isArray(value)) {
    const items = resolved.flatMap((one) => (one['items'] ? [one['items'] as Json] : []))
    return items.length === 0 ? [] : value.flatMap((entry, index) => unknownKeys({ anyOf: items }, entry, `${at}/${index}`))
  }
  if (typeof value !== 'object' || value === null) return []
  const properties = resolved.flatMap((one) => (one['properties'] ? [one['properties'] as Readonly<Record<string, Json>>] : []))
  if (properties.length === 0) return []
  return Object.entries(value).flatMap(([key, entry]) => {
    const named = properties.flatMap((one) => (one[key] ? [one[key]] : []))
    return named.length === 0 ? [`${at}/${key}: no such key`] : unknownKeys({ anyOf: named }, entry, `${at}/${key}`)
  })
}

function alternatives(schema: Json): Json[] {
  const reference = schema['$ref']
  if (typeof reference === 'string') return alternatives(document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {})
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] as Json[] | undefined) ?? [])
  return [schema, ...parts.flatMap(alternatives)]
}
