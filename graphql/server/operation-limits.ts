import { GraphQLError, Kind } from 'graphql'
import type { ASTVisitor, DocumentNode, OperationDefinitionNode, SelectionSetNode, ValidationContext } from 'graphql'

/**
 * How large a document may be, whoever sends it; what its execution may cost is another limit and depends on the caller. All are
 * ours. The depth leaves room for four Relay connections inside one another and for the usual introspection query.
 */
export const documentLimits = { tokens: 4000, nesting: 60, depth: 16, fields: 600, aliases: 30, directives: 40, introspections: 2 } as const

interface Size {
  depth: number
  fields: number
  aliases: number
  directives: number
  introspections: number
}
const measures = ['depth', 'fields', 'aliases', 'directives', 'introspections'] as const
const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, introspections: 0 }

/**
 * Refuses brackets inside brackets beyond the limit before anything recursive reads them: parser and validation would run out of
 * stack. @throws GraphQLError
 */
export function demandShallow(source: string): void {
  const withoutTexts = source.replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, '')
  let nesting = 0
  for (const character of withoutTexts) {
    if ('{[('.includes(character)) nesting += 1
    else if ('}])'.includes(character)) nesting -= 1
    if (nesting > documentLimits.nesting) {
      const extensions = {
        code: 'DOCUMENT_TOO_LARGE',
        measure: 'nesting',
        limit: documentLimits.nesting,
        http: { status: 400, spec: true },
      }
      throw new GraphQLError(`The document nests brackets deeper than ${documentLimits.nesting}.`, { extensions })
    }
  }
}

/** Validation rule: refuses operations that are too deep or too broad, with every fragment counted at each place it is spread. */
export function operationLimitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document: (document) => {
      for (const [operation, size] of sizesOf(document)) {
        for (const measure of measures) {
          const [limit, found] = [documentLimits[measure], size[measure]]
          if (found <= limit) continue
          const extensions = { code: 'DOCUMENT_TOO_LARGE', measure, limit, found }
          context.reportError(
            new GraphQLError(`The operation has ${measure} ${found}; the limit is ${limit}.`, { nodes: operation, extensions }),
          )
        }
      }
      return false
    },
  }
}

/** The size of each operation. A fragment is measured once and counted wherever it is spread, whatever its name. */
export function sizesOf(document: DocumentNode): Map<OperationDefinitionNode, Size> {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )
  const measured = new Map<string, Size>()

  const sizeOf = (set: SelectionSetNode): Size => {
    const size = { ...nothing }
    for (const node of set.selections) {
      size.directives += node.directives?.length ?? 0
      if (node.kind === Kind.FIELD) {
        size.fields += 1
        if (node.alias) size.aliases += 1
        if (node.name.value === '__schema' || node.name.value === '__type') size.introspections += 1
        add(size, node.selectionSet ? sizeOf(node.selectionSet) : nothing, 1)
      } else {
        add(size, node.kind === Kind.INLINE_FRAGMENT ? sizeOf(node.selectionSet) : sizeOfFragment(node.name.value), 0)
      }
    }
    return size
  }
  const sizeOfFragment = (name: string): Size => {
    const known = measured.get(name)
    if (known) return known
    // A fragment that spreads itself is refused by another rule; here it must only not hang.
    measured.set(name, nothing)
    const fragment = fragments.get(name)
    const size = fragment ? sizeOf(fragment.selectionSet) : nothing
    measured.set(name, size)
    return size
  }

  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  return new Map(
    operations.map((operation) => {
      const size = sizeOf(operation.selectionSet)
      return [operation, { ...size, directives: size.directives + (operation.directives?.length ?? 0) }]
    }),
  )
}

function add(size: Size, inner: Size, levels: number): void {
  size.depth = Math.max(size.depth, inner.depth + levels)
  size.fields += inner.fields
  size.aliases += inner.aliases
  size.directives += inner.directives
  size.introspections += inner.introspections
}
