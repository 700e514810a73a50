import type { LoaderFunctionArgs } from '@remix-run/node'
import { loadSuggestions } from '#app/features/intermediaries/load-suggestions.server.ts'

/** Suggestions for a text being typed, as JSON; kept by the browser for a minute. */
export const loader = (args: LoaderFunctionArgs) => loadSuggestions(args)
