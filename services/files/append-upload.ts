import { z } from 'zod'
import { fileLimits, mayBecomeFile } from '#domain/files/file-type.ts'
import type { StoredFile } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { lockUpload } from './lock-upload.ts'
import { storeFile } from './store-file.ts'

export const appendUploadInput = z.object({
  fileId: z.uuid(),
  /** Where the piece begins; where it isn't what comes next, nothing is written and the answer says what does. */
  offset: z.number().int().min(0),
  bytes: z
    .custom<Uint8Array>((bytes) => bytes instanceof Uint8Array)
    .refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= fileLimits.bytes, 'PIECE_SIZE_INVALID'),
})

/** How far an upload is. `sha256` is there once the file is stored. */
export interface UploadProgress {
  readonly id: string
  readonly receivedBytes: number
  readonly sizeBytes: number
  readonly sha256: string | null
}

/**
 * Takes the next piece of an upload. Idempotent by its offset: a piece sent twice is written once, and whoever lost the answer learns from
 * the next one where to go on. The bytes are in the store before the row counts them, and with the last piece the file is read back,
 * recognised and hashed before the row says that it is stored; a process that dies in between leaves bytes that nobody counts, never a row
 * without them.
 * @throws RefusedError FILE_TYPE_REFUSED · ValidationError for more bytes than were announced · NotFoundError
 */
export async function appendUpload(context: UseCaseContext, input: z.input<typeof appendUploadInput>): Promise<UploadProgress> {
  const { fileId, offset, bytes } = parseInput(appendUploadInput, input)
  return runInTransaction(context, async (unit) => {
    const row = await lockUpload(unit, fileId)
    if (row.state === 'STORED' || offset !== row.receivedBytes) return toProgress(row)
    return toProgress(await write(unit, row, bytes))
  })
}

async function write(unit: UnitOfWork, row: StoredFile, bytes: Uint8Array): Promise<StoredFile> {
  const { files } = unit.context
  const receivedBytes = row.receivedBytes + bytes.byteLength
  if (receivedBytes > row.sizeBytes) throw new RefusedError({ code: 'FILE_LONGER_THAN_SAID', sizeBytes: row.sizeBytes })
  if (row.receivedBytes === 0 && !mayBecomeFile(bytes)) throw new RefusedError({ code: 'FILE_TYPE_REFUSED' })
  await files.append(row.id, row.receivedBytes, bytes)
  if (receivedBytes === row.sizeBytes) return storeFile(unit, row)
  return unit.tx.storedFile.update({ where: { id: row.id }, data: { receivedBytes } })
}

export const toProgress = ({ id, receivedBytes, sizeBytes, sha256 }: StoredFile): UploadProgress => ({
  id,
  receivedBytes,
  sizeBytes,
  sha256,
})
