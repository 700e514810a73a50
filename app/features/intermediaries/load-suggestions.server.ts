import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeSuggestion } from '#graphql/server/suggestion-rate.ts'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import type { Suggestion } from './suggestion.ts'

const suggestDocument = graphql(`
  query Suggest($text: String!) {
    suggest(text: $text) {
      __typename
      ... on Suggestions {
        suggestions {
          kind
          key
          nameZh
          nameEn
        }
      }
    }
  }
`)

/** The same text typed again within this many seconds asks nobody; ours. */
const keptSeconds = 60
/** Longer than any name, and shorter than what is pasted by mistake. */
const longestText = 60

/** The answer to `?q=…`: no suggestions for nothing, or for more than anybody types; 429 beyond the rate. */
export async function loadSuggestions(args: LoaderFunctionArgs): Promise<Response> {
  const text = (new URL(args.request.url).searchParams.get('q') ?? '').trim()
  if (text === '' || text.length > longestText) return answer([])
  const waitSeconds = takeSuggestion(args.context.server.clientAddress, performance.now())
  if (waitSeconds !== null) return Response.json({ suggestions: [] }, { status: 429, headers: { 'Retry-After': String(waitSeconds) } })
  const { language } = await preferencesOf(args.request)
  const { suggest } = await runOperation(args, suggestDocument, { text })
  const found = suggest.__typename === 'Suggestions' ? suggest.suggestions : []
  return answer(found.map(({ kind, key, nameZh, nameEn }) => ({ kind, key, name: language === 'en' ? (nameEn ?? nameZh) : nameZh })))
}

function answer(suggestions: readonly Suggestion[]): Response {
  return Response.json(
    { suggestions },
    {
      headers: { 'Cache-Control': `private, max-age=${keptSeconds}`, Vary: 'Cookie, Accept-Language', 'X-Content-Type-Options': 'nosniff' },
    },
  )
}
