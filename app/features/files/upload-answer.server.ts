import { serverText } from '#app/i18n/texts.server.ts'
import type { UserError } from '#app/refusal.ts'
import { refusalText } from '#app/refusal.ts'
import type { UploadData } from './upload-documents.server.ts'

/** What the script that uploads learns: how far it is, or the sentence that says why not. */
export type UploadAnswer =
  { readonly key: string; readonly receivedBytes: number; readonly isStored: boolean } | { readonly refusal: string }

/** The answer for the script; a refusal as the sentence the user reads. */
export async function uploadAnswer(request: Request, result: { readonly upload: UploadData } | UserError): Promise<Response> {
  if ('upload' in result) return Response.json(progressOf(result.upload))
  const text = refusalText(result, await serverText(request, 'contracts'), await serverText(request, 'form'))
  return Response.json({ refusal: text } satisfies UploadAnswer, { status: 422 })
}

/** How far it is, without what a page has no use for. */
export const progressOf = ({ key, receivedBytes, sha256 }: UploadData): UploadAnswer => ({ key, receivedBytes, isStored: sha256 !== null })
