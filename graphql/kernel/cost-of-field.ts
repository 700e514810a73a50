import { isListType, isNonNullType } from 'graphql'
import type { GraphQLField, GraphQLOutputType } from 'graphql'

/** Rows a page has when nobody says how many; as in the builder. */
export const DEFAULT_PAGE_SIZE = 20
export const MAX_PAGE_SIZE = 100
/** Items reckoned for a list without pages; ours. */
const PLAIN_LIST_SIZE = 10

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

/** What a field costs: itself once, and what is selected below it as often as it may come. */
export function costOfField<C>(
  args: Record<string, unknown>,
  _context: C,
  field: GraphQLField<unknown, C>,
): number | { field: number; multiplier: number } {
  const isConnection = field.args.some(({ name }) => name === 'first')
  if (isConnection) {
    const wanted = Number(args['first'] ?? args['last'] ?? DEFAULT_PAGE_SIZE)
    return { field: 1, multiplier: Math.min(Math.max(wanted, 1), MAX_PAGE_SIZE) }
  }
  // Of a connection: its size is already in the connection's own multiplier.
  if (field.name === 'edges' || field.name === 'nodes') return { field: 1, multiplier: 1 }
  return isList(field.type) ? { field: 1, multiplier: PLAIN_LIST_SIZE } : 1
}
