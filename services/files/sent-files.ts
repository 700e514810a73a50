import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fileLimits } from '#domain/files/file-type.ts'
import type { SentFile } from './receive-file.ts'

/** Files of one form post; a page's whole form is 12 MB at most (our own limits). */
export const mostSentFiles = 10

/** The files of a form, for a use case's input. What they are is asked of their content once they lie in the store. */
export const sentFiles = z
  .array(
    z.object({
      fileName: z.string().max(400),
      content: z
        .custom<Uint8Array>((content) => content instanceof Uint8Array)
        .refine((content) => content.byteLength <= fileLimits.bytes, 'FILE_TOO_LARGE'),
    }),
  )
  .max(mostSentFiles, 'FILES_TOO_MANY')

/** What is remembered of sent files to tell a retry from another wish: names and hashes, never the bytes. */
export const sentFilesAsked = (files: readonly SentFile[]) =>
  files.map(({ fileName, content }) => ({ fileName, sha256: createHash('sha256').update(content).digest('hex') }))
