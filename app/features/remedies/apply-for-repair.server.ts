import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { RepairableEntryDocument } from './my-documents.server.ts'
import { ApplyForRepairDocument } from './step-documents.server.ts'

/** The entry that is to be repaired. @throws Response 404 for one that isn't the viewer's */
export async function loadRepairForm({ request, context, params }: LoaderFunctionArgs) {
  const entryNumber = params['entryNumber'] ?? ''
  const { repairableEntries } = await runOperation({ request, context }, RepairableEntryDocument, { entryNumber })
  const [of] = repairableEntries
  if (!of) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'remedies')
  return { title: t('repair.applyTitle', { number: entryNumber }), of, clientMutationId: newMutationId() }
}

const text = z.string().trim().max(8000)
const schema = z.object({ correction: text, performance: text, commitment: text, files: formFiles })

/** Applies for the repair and shows it. */
export async function sendRepair(args: ActionFunctionArgs, base: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { files, ...texts } = form.value
  const wish = { clientMutationId: form.clientMutationId, entryNumber: args.params['entryNumber'] ?? '', ...texts }
  const { result } = await runOperation(args, ApplyForRepairDocument, { input: { ...wish, files: await readFormFiles(files) } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'remedies'))
  return redirect(`${base}/repairs/${result.taken.repair.number}`)
}
