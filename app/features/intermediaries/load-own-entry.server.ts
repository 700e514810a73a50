import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { EntryChoicesDocument } from './entry-documents.server.ts'
import { OwnEntryDocument } from './upkeep-documents.server.ts'

/** The viewer's own institution in the register, for every page of its area. @throws Response 404 for a viewer without one */
export async function loadOwnEntry(args: LoaderFunctionArgs) {
  const { ownEntry } = await runOperation(args, OwnEntryDocument, {})
  if (!ownEntry) throw new Response(null, { status: 404 })
  const isSent = new URL(args.request.url).searchParams.has('sent')
  return { entry: ownEntry, isSent, clientMutationId: newMutationId() }
}

/** The same, with the divisions, items and agencies that forms choose from, and today. */
export async function loadEntryWithChoices(args: LoaderFunctionArgs) {
  const [own, choices] = await Promise.all([loadOwnEntry(args), runOperation(args, EntryChoicesDocument, {})])
  return { ...own, choices }
}
