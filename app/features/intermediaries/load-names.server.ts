import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import { mostCompared } from './compare-query.ts'

const namesDocument = graphql(`
  query ComparedNames($usccs: [String!]!) {
    intermediaryComparison(usccs: $usccs) {
      __typename
      ... on IntermediaryComparison {
        intermediaries {
          uscc
          name
        }
      }
    }
  }
`)

export interface NamedIntermediary {
  readonly uscc: string
  readonly name: string
}

/** The names of those picked for the comparison, in the order picked; also of too many, so that the reader can drop some. */
export async function loadNames(args: LoaderFunctionArgs, usccs: readonly string[]): Promise<readonly NamedIntermediary[]> {
  // The API compares four at a time.
  const parts = Array.from({ length: Math.ceil(usccs.length / mostCompared) }, (_, part) =>
    usccs.slice(part * mostCompared, (part + 1) * mostCompared),
  )
  const answers = await Promise.all(parts.map((part) => runOperation(args, namesDocument, { usccs: [...part] })))
  const names = new Map(
    answers.flatMap(({ intermediaryComparison: found }) =>
      found.__typename === 'IntermediaryComparison' ? found.intermediaries.map(({ uscc, name }) => [uscc, name] as const) : [],
    ),
  )
  return usccs.flatMap((uscc) => {
    const name = names.get(uscc)
    return name === undefined ? [] : [{ uscc, name }]
  })
}
