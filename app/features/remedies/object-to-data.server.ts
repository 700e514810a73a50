import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { dataTargets } from '#domain/remedies/correctable-data.ts'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ContestableRecordDocument } from './my-documents.server.ts'
import { ObjectToDataDocument } from './step-documents.server.ts'

/** Which record: `?target=CREDIT_EVENT&key=…`. @throws Response 404 for an address that names none */
function recordOf(request: Request) {
  const { searchParams } = new URL(request.url)
  const target = z.enum(dataTargets).safeParse(searchParams.get('target'))
  if (!target.success) throw new Response(null, { status: 404 })
  return { target: target.data, targetId: searchParams.get('key') ?? '' }
}

/** The record that is to be objected to. @throws Response 404 for one that isn't about the viewer */
export async function loadObjectionForm({ request, context }: LoaderFunctionArgs) {
  const { contestableRecord } = await runOperation({ request, context }, ContestableRecordDocument, recordOf(request))
  if (!contestableRecord) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'remedies')
  return { title: t('dataObjection.fileTitle'), record: contestableRecord, clientMutationId: newMutationId() }
}

const schema = z.object({
  field: z.string().max(40),
  proposed: z.string().max(2000).optional(),
  statement: z.string().trim().max(8000),
  files: formFiles,
})

/** Files the objection and shows it. */
export async function sendObjection(args: ActionFunctionArgs, base: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { files, field, proposed, statement } = form.value
  const isWhole = field === 'WHOLE'
  const wish = { clientMutationId: form.clientMutationId, ...recordOf(args.request), statement }
  const about = isWhole ? {} : { field, proposed }
  const { result } = await runOperation(args, ObjectToDataDocument, { input: { ...wish, ...about, files: await readFormFiles(files) } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'remedies'))
  return redirect(`${base}/data-objections/${result.taken.objection.number}`)
}
