import { randomUUID } from 'node:crypto'
import { getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql'
import type { GraphQLField, GraphQLInputType, GraphQLSchema } from 'graphql'

/** What a leaf gets; hostile tests pass their own. */
export type LeafValue = (typeName: string, path: string) => unknown

/** What a well-meaning caller might send. */
export const plausible: LeafValue = (typeName, path) => {
  if (path.endsWith('clientMutationId')) return randomUUID()
  const values: Record<string, unknown> = {
    String: 'x',
    ID: 'x',
    Int: 1,
    Float: 1,
    Boolean: true,
    Day: '2026-03-02',
    DateTime: '2026-03-02T00:00:00Z',
    Bytes: 'eA==',
  }
  return values[typeName] ?? 'x'
}

/** An input value of the type, made of the leaves given; optional parts are left out unless wanted. */
export function sampleInput(type: GraphQLInputType, leaf: LeafValue, path: string, isWhole: boolean): unknown {
  if (isNonNullType(type)) return sampleInput(type.ofType as GraphQLInputType, leaf, path, isWhole)
  if (isListType(type)) return [sampleInput(type.ofType as GraphQLInputType, leaf, `${path}[0]`, isWhole)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isWhole || isNonNullType(field.type))
    return Object.fromEntries(fields.map((field) => [field.name, sampleInput(field.type, leaf, `${path}.${field.name}`, isWhole)]))
  }
  return leaf(type.name, path)
}

export interface SampleOperation {
  readonly name: string
  readonly kind: 'query' | 'mutation'
  readonly query: string
  readonly variables: Record<string, unknown>
}

type Field = GraphQLField<unknown, unknown>

/** Every operation of the schema with made-up arguments, asking for no more than what came of it. */
export function sampleOperations(schema: GraphQLSchema, leaf: LeafValue = plausible, isWhole = false): SampleOperation[] {
  const of = (kind: 'query' | 'mutation') =>
    Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
  return (['query', 'mutation'] as const).flatMap((kind) => of(kind).map((field: Field) => sampleOf(kind, field, leaf, isWhole)))
}

function sampleOf(kind: 'query' | 'mutation', field: Field, leaf: LeafValue, isWhole: boolean): SampleOperation {
  const args = field.args.filter(({ type }) => isWhole || isNonNullType(type))
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename ... on UserError { code facts } }'
  const fits = selection.replace(
    ' ... on UserError { code facts }',
    String(field.type).replace('!', '').endsWith('Result') ? ' ... on UserError { code facts }' : '',
  )
  return {
    name: field.name,
    kind,
    query: `${kind}${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${fits} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, sampleInput(type, leaf, name, isWhole)])),
  }
}
