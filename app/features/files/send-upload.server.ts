import { createHash } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { runOperation } from '#app/operation.server.ts'
import type { UserError } from '#app/refusal.ts'
import { AppendUploadDocument, StartUploadDocument } from './upload-documents.server.ts'

/** What a form with a file field carries: the key of a file that scripts sent ahead, or the file itself. */
export interface SentFile {
  readonly file?: File | undefined
  readonly fileId?: string | undefined
}

/**
 * The key of the file that a form carries, uploaded now if scripts didn't. The same form sent twice uploads once; sent again with another
 * file, after a refusal say, it uploads that one.
 * @returns null where there is none
 */
export async function sendUpload(
  args: ActionFunctionArgs,
  { clientMutationId, number }: { readonly clientMutationId: string; readonly number: string },
  { file, fileId }: SentFile,
): Promise<{ readonly key: string | null } | UserError> {
  if (fileId !== undefined) return { key: fileId }
  // A form without a file sends one of no name and no bytes.
  if (!file || (file.size === 0 && file.name === '')) return { key: null }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const fileName = file.name.slice(-200) || 'file'
  const content = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const started = { clientMutationId: `${clientMutationId}:${content}`, engagementNumber: number, fileName, sizeBytes: bytes.byteLength }
  const { result } = await runOperation(args, StartUploadDocument, { input: started })
  if (result.__typename !== 'StartUploadPayload') return result
  const { key, sha256, receivedBytes } = result.upload
  if (sha256 !== null) return { key }
  const piece = { clientMutationId, key, offset: receivedBytes, bytes: bytes.subarray(receivedBytes) }
  const { result: sent } = await runOperation(args, AppendUploadDocument, { input: piece })
  return sent.__typename === 'AppendUploadPayload' ? { key } : sent
}
