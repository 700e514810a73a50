import { appendUpload } from './append-upload.ts'
import type { UploadProgress } from './append-upload.ts'
import { startUpload } from './start-upload.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

/**
 * A whole file at once, as a plain form sends it. The same form sent twice uploads once, and goes on where it was cut off.
 * @throws as startUpload and appendUpload
 */
export async function uploadFile(
  context: UseCaseContext,
  {
    content,
    ...started
  }: { readonly clientMutationId: string; readonly engagementNumber: string; readonly fileName: string; readonly content: Uint8Array },
): Promise<UploadProgress> {
  const fileId = await startUpload(context, { ...started, sizeBytes: content.byteLength })
  return appendUpload(context, { fileId, offset: 0, bytes: content })
}
