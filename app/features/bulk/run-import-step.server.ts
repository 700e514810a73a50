import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { stepImport } from './import-steps.server.ts'

const schema = z.object({ intent: z.enum(['apply', 'abandon']), version: z.coerce.number().int() })

/** "Import now" or "abandon" of the import that the address names; then back to it. @param base address of the imports' pages */
export async function runImportStep(args: ActionFunctionArgs, base: string) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { intent, version } = form.value
  const error = await stepImport(args, intent, { clientMutationId: form.clientMutationId, number, version })
  if (error) return form.refuseWith(error, await serverText(args.request, 'bulk'))
  return redirect(`${base}/${number}`)
}
