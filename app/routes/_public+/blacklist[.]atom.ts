import type { LoaderFunctionArgs } from '@remix-run/node'
import { listFeed } from '#app/features/listings/list-feed.server.ts'

/** The list as an Atom feed. */
export const loader = (args: LoaderFunctionArgs) => listFeed(args, 'BLACKLIST')
