import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { nameIn } from '#app/features/listings/name-in.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { chipsOf } from './filter-labels.ts'
import { feeBands } from './search-input.ts'
import { printSearchQuery, readSearchQuery, searchAddress, searchAlone } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'
import { savePath } from './share-search.tsx'

const savedSearchesDocument = graphql(`
  query SavedSearches {
    savedSearches(first: 50) {
      edges {
        node {
          key
          name
          query
          createdAt
        }
      }
    }
    serviceItems {
      code
      nameZh
      nameEn
    }
    divisions {
      code
      nameZh
      nameEn
    }
  }
`)

const saveDocument = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      __typename
      ... on UserError {
        code
        facts
      }
      ... on ValidationError {
        fields {
          path
          code
          facts
        }
      }
    }
  }
`)

const renameDocument = graphql(`
  mutation RenameSavedSearch($input: RenameSavedSearchInput!) {
    renameSavedSearch(input: $input) {
      __typename
      ... on UserError {
        code
        facts
      }
      ... on ValidationError {
        fields {
          path
          code
          facts
        }
      }
    }
  }
`)

const deleteDocument = graphql(`
  mutation DeleteSavedSearch($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input) {
      __typename
      ... on UserError {
        code
        facts
      }
    }
  }
`)

/** What the last step did, told on the page it leads to. */
export const outcomes = ['saved', 'renamed', 'deleted'] as const

/** The viewer's saved searches in words, and the one to be saved when the address brings it. */
export async function loadSavedSearches(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const answer = await runOperation(args, savedSearchesDocument, {})
  const inWords = await describer(args, answer)
  const toSave = searchParams.get('save')
  const query = toSave === null ? null : searchAlone(readSearchQuery(new URLSearchParams(toSave)))
  const done = searchParams.get('done')
  return {
    done: outcomes.find((one) => one === done) ?? null,
    // Cut to what a name may hold: it is only a proposal.
    save: query && { query: String(printSearchQuery(query)), words: inWords(query), name: inWords(query).join(' ').slice(0, 60) },
    searches: answer.savedSearches.edges.map(({ node }) => {
      const saved = searchAlone(readSearchQuery(new URLSearchParams(node.query)))
      return { key: node.key, name: node.name, createdAt: node.createdAt, to: searchAddress(saved), words: inWords(saved) }
    }),
    clientMutationId: newMutationId(),
  }
}

/** Puts a search's conditions into the reader's words. */
async function describer({ request }: LoaderFunctionArgs, { serviceItems, divisions }: ResultOf<typeof savedSearchesDocument>) {
  const { language } = await preferencesOf(request)
  const [t, search] = [await serverText(request, 'intermediaries'), await serverText(request, 'search')]
  const optionOf = (named: { readonly code: string; readonly nameZh: string; readonly nameEn: string }) => ({
    value: named.code,
    label: nameIn(language, named),
    count: 0,
    below: [],
  })
  const facets = { services: { first: serviceItems.map(optionOf), agencies: [] }, divisions: divisions.map(optionOf) }
  return (query: SearchQuery): readonly string[] => [
    ...(query.q === '' ? [] : [query.q]),
    ...chipsOf({ facets, feeBands }, query, t, search).map(({ label }) => label),
    ...(query.sort === 'RELEVANCE' ? [] : [t(`search.sorts.${query.sort}`)]),
  ]
}

const name = z.string().trim().max(100)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), name, query: z.string().max(2000).default('') }),
  z.object({ intent: z.literal('rename'), id: z.uuid(), name }),
  z.object({ intent: z.literal('delete'), id: z.uuid() }),
])

/** Saves, renames or deletes, and comes back to the list. */
export async function changeSavedSearches(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { clientMutationId, value } = form
  const t = await serverText(args.request, 'search')
  if (value.intent === 'save') {
    const { saveSearch } = await runOperation(args, saveDocument, { input: { name: value.name, query: value.query, clientMutationId } })
    return 'code' in saveSearch ? form.refuseWith(saveSearch, t) : redirect(`${savePath}?done=saved`)
  }
  if (value.intent === 'rename') {
    const { renameSavedSearch } = await runOperation(args, renameDocument, { input: { id: value.id, name: value.name, clientMutationId } })
    return 'code' in renameSavedSearch ? form.refuseWith(renameSavedSearch, t) : redirect(`${savePath}?done=renamed`)
  }
  const { deleteSavedSearch } = await runOperation(args, deleteDocument, { input: { id: value.id, clientMutationId } })
  return 'code' in deleteSavedSearch ? form.refuseWith(deleteSavedSearch, t) : redirect(`${savePath}?done=deleted`)
}
