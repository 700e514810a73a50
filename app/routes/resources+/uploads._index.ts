import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { StartUploadDocument } from '#app/features/files/upload-documents.server.ts'
import { uploadAnswer } from '#app/features/files/upload-answer.server.ts'
import { readForm } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'

const schema = z.object({ engagementNumber: z.string().max(40), fileName: z.string().max(1000), sizeBytes: z.coerce.number().int() })

/** Begins an upload in pieces. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) throw new Response(null, { status: 400 })
  const { fileName, ...started } = form.value
  const input = { ...started, fileName: fileName.slice(-200), clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, StartUploadDocument, { input })
  return uploadAnswer(args.request, result)
}
