import { checkFileSize, fileLimits, mayBecomeFile } from '#domain/files/file-type.ts'
import type { StoredFile } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { storeFile } from './store-file.ts'

/** A whole file, as a form's own post carries it. */
export interface SentFile {
  readonly fileName: string
  readonly content: Uint8Array
}

/**
 * Takes a whole file inside the transaction of the step it belongs to, by the same checks as an upload in pieces: its size, its first bytes,
 * then what lies in the store. Call it after everything that may refuse the step: a transaction that is rolled back leaves bytes that no row
 * counts. Nobody may use the file for anything else; `attachFile` puts it into its procedure.
 * @param by who sent it; null for somebody without an account, and where the sender's identity is protected
 * @throws RefusedError FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED
 */
export async function receiveFile(
  unit: UnitOfWork,
  { fileName, content }: SentFile,
  { uploadedById }: { readonly uploadedById: string | null },
): Promise<StoredFile> {
  const sizeBytes = unwrap(checkFileSize(content.byteLength))
  if (!mayBecomeFile(content)) throw new RefusedError({ code: 'FILE_TYPE_REFUSED' })
  const row = await unit.tx.storedFile.create({
    data: { fileName: fileName.slice(-fileLimits.nameLength) || 'file', sizeBytes, uploadedById, createdAt: unit.now },
  })
  await unit.context.files.append(row.id, 0, content)
  return storeFile(unit, row)
}
