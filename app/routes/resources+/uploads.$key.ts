import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { progressOf, uploadAnswer } from '#app/features/files/upload-answer.server.ts'
import { AppendUploadDocument, UploadDocument } from '#app/features/files/upload-documents.server.ts'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'

/** How far an upload is: where to go on after an interruption. */
export async function loader(args: LoaderFunctionArgs) {
  const { upload } = await runOperation(args, UploadDocument, { key: args.params['key'] ?? '' })
  return Response.json(progressOf(upload))
}

/** Takes the next piece: its bytes are the body, where it begins is in the header. */
export async function action(args: ActionFunctionArgs) {
  const { request, params } = args
  const offset = Number(request.headers.get('Upload-Offset') ?? Number.NaN)
  if (request.method !== 'PUT' || !Number.isSafeInteger(offset)) throw new Response(null, { status: 400 })
  const bytes = new Uint8Array(await request.arrayBuffer())
  const input = { key: params['key'] ?? '', offset, bytes, clientMutationId: newMutationId() }
  const { result } = await runOperation(args, AppendUploadDocument, { input })
  return uploadAnswer(request, result)
}
