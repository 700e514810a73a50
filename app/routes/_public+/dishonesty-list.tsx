import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadList } from '#app/features/listings/load-list.server.ts'
import { PublicList } from '#app/features/listings/public-list.tsx'
import { listMeta } from '#app/features/listings/list-meta.ts'

export const meta = listMeta('DISHONESTY')

export const loader = (args: LoaderFunctionArgs) => loadList(args, 'DISHONESTY')

export default function DishonestyList() {
  return <PublicList {...useLoaderData<typeof loader>()} />
}
