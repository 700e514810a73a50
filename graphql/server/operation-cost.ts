import { complexityFromQuery } from '@pothos/plugin-complexity'
import { getOperationAST, GraphQLError, Kind, visit } from 'graphql'
import type { DocumentNode, ExecutionArgs, OperationDefinitionNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { EndpointContext } from './request-context.ts'

/** Arguments of which a field's cost depends (graphql/kernel/cost-of-field.ts). */
const sizeArguments = ['first', 'last']

/** Yoga plugin: refuses operations that cost more than this caller may spend on one, before anything of them runs. */
export function operationCost(): Plugin {
  const fixedCosts = new WeakMap<OperationDefinitionNode, number>()

  function costOf({ schema, document, operationName, variableValues }: ExecutionArgs): number {
    const operation = getOperationAST(document, operationName)
    if (!operation) return 0
    const known = fixedCosts.get(operation)
    if (known !== undefined) return known
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
    const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }
    const { complexity } = complexityFromQuery(alone, { schema, variables: { ...variableValues } })
    // Nearly every caller sends the same document with other codes: reckoned once, then only looked up.
    if (!dependsOnVariables(alone)) fixedCosts.set(operation, complexity)
    return complexity
  }

  return {
    onExecute({ args, setResultAndStopExecution }) {
      const limit = (args.contextValue as unknown as EndpointContext).costLimit
      const cost = costOrZero(() => costOf(args))
      if (cost <= limit) return
      const extensions = { code: 'COST_LIMIT_EXCEEDED', cost, limit, http: { status: 400, spec: true } }
      setResultAndStopExecution({ errors: [new GraphQLError(`The operation costs ${cost}; the limit is ${limit}.`, { extensions })] })
    },
  }
}

/** Variables that don't fit their types can't be reckoned with; execution refuses them with better words. */
function costOrZero(reckon: () => number): number {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof GraphQLError) return 0
    throw error
  }
}

function dependsOnVariables(document: DocumentNode): boolean {
  let isDependent = false
  visit(document, {
    Argument: ({ name, value }) => {
      if (sizeArguments.includes(name.value) && value.kind === Kind.VARIABLE) isDependent = true
    },
  })
  return isDependent
}
