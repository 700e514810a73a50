import type { LoaderFunctionArgs } from '@remix-run/node'
import { listFeed } from '#app/features/listings/list-feed.server.ts'

/** All public lists as one Atom feed. */
export const loader = (args: LoaderFunctionArgs) => listFeed(args, null)
