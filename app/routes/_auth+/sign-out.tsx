import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { endSession, redirectWith } from '#app/features/access/session.server.ts'

/** Someone who reloads or bookmarks the address. */
export const loader = () => redirect('/')

export async function action({ request, context }: ActionFunctionArgs) {
  return redirectWith('/', await endSession({ request, context }))
}
