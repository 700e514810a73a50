import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { AppealableDecisionDocument } from './my-documents.server.ts'
import { FileAppealDocument } from './step-documents.server.ts'

/** The decision that is to be appealed. @throws Response 404 for one that isn't against the viewer */
export async function loadAppealForm({ request, context, params }: LoaderFunctionArgs) {
  const caseNumber = params['caseNumber'] ?? ''
  const { appealableDecisions } = await runOperation({ request, context }, AppealableDecisionDocument, { caseNumber })
  const [decision] = appealableDecisions
  if (!decision) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'remedies')
  const title = t('appeal.fileTitle', { number: decision.decisionNumber ?? caseNumber })
  return { title, decision, clientMutationId: newMutationId() }
}

const schema = z.object({ request: z.string().trim().max(8000), grounds: z.string().trim().max(8000), files: formFiles })

/** Files the appeal and shows it. */
export async function sendAppeal(args: ActionFunctionArgs, base: string) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { files, ...texts } = form.value
  const wish = { clientMutationId: form.clientMutationId, caseNumber: args.params['caseNumber'] ?? '', ...texts }
  const { result } = await runOperation(args, FileAppealDocument, { input: { ...wish, files: await readFormFiles(files) } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'remedies'))
  return redirect(`${base}/appeals/${result.taken.appeal.number}`)
}
