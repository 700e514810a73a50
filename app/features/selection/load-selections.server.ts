import type { LoaderFunctionArgs } from '@remix-run/node'
import type { SelectionState } from '#domain/selection/selection.ts'
import { announcedModes } from '#domain/selection/suggest-mode.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { runOperation } from '#app/operation.server.ts'
import { SelectionsDocument } from './documents.server.ts'
import { stateGroups, statesOfGroup } from './state-groups.ts'

/** The announced selections that fit the filters of the address; what makes no sense in it counts as not said. */
export async function loadSelections(args: LoaderFunctionArgs) {
  const { searchParams, search } = new URL(args.request.url)
  const code = (name: string) => /^[\w-]{1,40}$/.exec(searchParams.get(name) ?? '')?.[0] ?? ''
  const group = stateGroups.find((one) => one === searchParams.get('state')) ?? null
  const mode = announcedModes.find((one) => one === searchParams.get('mode')) ?? null
  const wanted = { group, mode, item: code('item'), division: code('division') }
  const states: SelectionState[] | null = group ? [...statesOfGroup[group]] : null
  const filter = {
    states,
    modes: mode ? [mode] : null,
    serviceItemCode: wanted.item || null,
    divisionCode: wanted.division || null,
  }
  const answer = await runOperation(args, SelectionsDocument, { filter, ...pageArguments(searchParams, 20) })
  return {
    wanted,
    serviceItems: answer.serviceItems,
    divisions: answer.divisions,
    selections: answer.selections.edges.map(({ node }) => node),
    totalCount: answer.selections.totalCount ?? 0,
    links: pageLinks(search, answer.selections.pageInfo),
  }
}
