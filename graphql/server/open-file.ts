import { Readable } from 'node:stream'
import { openFile as open } from '#services/files/open-file.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { requestContext } from './request-context.ts'
import type { ServerContext } from './request-context.ts'

/** A file on its way to a browser. */
export interface FileDownload {
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly content: ReadableStream<Uint8Array>
}

/**
 * Opens a stored file for the request's viewer, as a stream: a drawing of 30 MB passes through, it is never held whole.
 * @returns null for one that isn't there or isn't the viewer's to see
 * @throws Response 401, 403
 */
export async function openFile(request: Request, server: ServerContext, key: string): Promise<FileDownload | null> {
  try {
    const file = await open(await requestContext(request, server), key)
    return file && { ...file, content: Readable.toWeb(file.content) as ReadableStream<Uint8Array> }
  } catch (error) {
    if (error instanceof ForbiddenError) throw new Response(error.code, { status: error.code === 'SIGN_IN_REQUIRED' ? 401 : 403 })
    throw error
  }
}
