import { getOperationAST } from 'graphql'
import type { DocumentNode, ExecutionArgs, ExecutionResult } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import type { CompiledQuery } from 'graphql-jit'
import type { Plugin } from 'graphql-yoga'

/** Runs after which a query is worth compiling (a few milliseconds); ours. Documents seen once or twice never cost that. */
const HOT_AFTER = 3

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult> | ExecutionResult
interface Entry {
  runs: number
  compiled: CompiledQuery | null
}

/**
 * Yoga plugin: queries that come again and again run as compiled code (graphql-jit). Its memory hangs on the parsed document, so it
 * goes with Yoga's cache of documents. Mutations stay with graphql-js.
 */
export function compiledExecution(): Plugin {
  const entries = new WeakMap<DocumentNode, Map<string, Entry>>()

  function compiledFor({ schema, document, operationName }: ExecutionArgs): CompiledQuery | null {
    const byName = entries.get(document) ?? new Map<string, Entry>()
    entries.set(document, byName)
    const entry = byName.get(operationName ?? '') ?? { runs: 0, compiled: null }
    byName.set(operationName ?? '', entry)
    entry.runs += 1
    if (entry.runs !== HOT_AFTER) return entry.compiled
    if (getOperationAST(document, operationName)?.operation !== 'query') return null
    const compiled = compileQuery(schema, document, operationName ?? undefined)
    entry.compiled = isCompiledQuery(compiled) ? compiled : null
    return entry.compiled
  }

  const executeCompiled = (compiled: CompiledQuery): Execute => {
    return ({ rootValue, contextValue, variableValues }) => compiled.query(rootValue, contextValue, variableValues)
  }

  return {
    onExecute({ args, setExecuteFn }) {
      const compiled = compiledFor(args)
      if (compiled) setExecuteFn(executeCompiled(compiled))
    },
  }
}
