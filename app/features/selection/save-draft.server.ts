import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { draftInputOf, draftSchema } from './draft-schema.server.ts'
import { DraftSelectionDocument, ReviseSelectionDocument } from './owner-mutations.server.ts'
import { reasonTexts } from './reason-texts.server.ts'

const schema = draftSchema.extend({ version: z.coerce.number().int().optional() })

/** Keeps a new draft or, under `number`, the changes to one; leads on to the page on which it is checked and announced. */
export async function saveDraft(args: ActionFunctionArgs, number?: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const [t, formText] = await Promise.all([serverText(args.request, 'selection'), serverText(args.request, 'form')])
  const { version, ...value } = form.value
  const read = draftInputOf(value, t, formText)
  if (!read.ok) return form.refuse(read.errors)
  const { clientMutationId } = form
  if (number !== undefined) {
    const input = { draft: read.fields, number, version: version ?? 0, clientMutationId }
    const { result } = await runOperation(args, ReviseSelectionDocument, { input })
    return 'code' in result ? form.refuseWith(result, await reasonTexts(args.request)) : redirect(`/owner/selections/${number}`)
  }
  const { result } = await runOperation(args, DraftSelectionDocument, { input: { draft: read.fields, clientMutationId } })
  if ('code' in result) return form.refuseWith(result, await reasonTexts(args.request))
  return redirect(`/owner/selections/${result.taken.selection?.number ?? ''}`)
}
