import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'

const SelectionAlertsDocument = graphql(`
  query SelectionAlerts($number: String!) {
    alerts(filter: { selectionNumber: $number }, first: 50) {
      edges {
        node {
          number
          kind
          level
          state
          raisedAt
        }
      }
    }
  }
`)

/** The alerts about one selection, the latest first. */
export async function loadSelectionAlerts(args: LoaderFunctionArgs, number: string) {
  const { alerts } = await runOperation(args, SelectionAlertsDocument, { number })
  return alerts.edges.map(({ node }) => node)
}
export type SelectionAlert = Awaited<ReturnType<typeof loadSelectionAlerts>>[number]
