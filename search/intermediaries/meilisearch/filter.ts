import { encodeKey } from './key.ts'

/** A filter as a tree, so that no text typed by anybody becomes part of the language it is written in. */
export type Filter =
  | { readonly kind: 'EQUALS'; readonly attribute: Attribute; readonly values: readonly string[] }
  | { readonly kind: 'STARTS_WITH'; readonly attribute: Attribute; readonly value: string }
  | { readonly kind: 'COMPARES'; readonly attribute: Attribute; readonly operator: '<' | '<=' | '>' | '>='; readonly number: number }
  | { readonly kind: 'ALL' | 'ANY'; readonly filters: readonly Filter[] }
  | { readonly kind: 'NOT'; readonly filter: Filter }

/** An attribute of the documents; those of an offer lie under its item's code. */
export type Attribute = FirmAttribute | { readonly itemCode: string; readonly of: OfferAttribute }
export type FirmAttribute =
  | 'id'
  | 'uscc'
  | 'grams'
  | 'initials'
  | 'grade'
  | 'items'
  | 'divisions'
  | 'wide'
  | 'fee'
  | 'days'
  | `${'from' | 'until'}${0 | 1 | 2}`
  | `listed${'From' | 'Until'}${0 | 1 | 2}`
export type OfferAttribute = 'fee' | 'days' | 'divisions' | 'wide' | `${'from' | 'until'}${0 | 1 | 2}`

export const equals = (attribute: Attribute, ...values: readonly string[]): Filter => ({ kind: 'EQUALS', attribute, values })
export const startsWith = (attribute: Attribute, value: string): Filter => ({ kind: 'STARTS_WITH', attribute, value })
export const compares = (attribute: Attribute, operator: '<' | '<=' | '>' | '>=', number: number): Filter => ({
  ...{ kind: 'COMPARES', attribute, operator, number },
})
export const all = (...filters: readonly Filter[]): Filter => ({ kind: 'ALL', filters })
export const any = (...filters: readonly Filter[]): Filter => ({ kind: 'ANY', filters })
export const not = (filter: Filter): Filter => ({ kind: 'NOT', filter })

/** What an attribute is called in a filter, a facet and a document. */
export function nameOf(attribute: Attribute): string {
  return typeof attribute === 'string' ? attribute : `at.${encodeKey(attribute.itemCode)}.${attribute.of}`
}

/**
 * A filter in Meilisearch's language. Strings are keys (key.ts) in quotes: letters, digits, hyphen and underscore only, so there is nothing
 * to escape; the server's own escapes can't express a backslash before a quote.
 * @returns null for a filter that everything passes
 */
export function compileFilter(filter: Filter): string | null {
  const written = write(filter)
  return written === everything ? null : written
}

const everything = ''
/** Every document has an id. */
const nothing = '(NOT id EXISTS)'

function write(filter: Filter): string {
  switch (filter.kind) {
    case 'EQUALS':
      return filter.values.length === 0 ? nothing : `${nameOf(filter.attribute)} IN [${filter.values.map(quote).join(', ')}]`
    case 'STARTS_WITH':
      return `${nameOf(filter.attribute)} STARTS WITH ${quote(filter.value)}`
    case 'COMPARES':
      if (!Number.isFinite(filter.number)) throw new Error('a comparison needs a finite number')
      return `${nameOf(filter.attribute)} ${filter.operator} ${String(filter.number)}`
    case 'ALL': {
      const parts = filter.filters.map(write).filter((part) => part !== everything)
      return parts.length === 0 ? everything : `(${parts.join(' AND ')})`
    }
    case 'ANY': {
      const parts = filter.filters.map(write)
      if (parts.includes(everything)) return everything
      return parts.length === 0 ? nothing : `(${parts.join(' OR ')})`
    }
    case 'NOT': {
      const part = write(filter.filter)
      return part === everything ? nothing : `(NOT ${part})`
    }
  }
}

const quote = (value: string): string => `"${encodeKey(value)}"`
