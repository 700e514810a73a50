import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { downloadName, fileTypeOf, fileTypes } from '#domain/files/file-type.ts'
import type { StoredFile } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'

/**
 * Completes an upload: what lies in the store, and not what was sent, is recognised by its content and hashed; only then the row says
 * STORED.
 * @throws RefusedError FILE_TYPE_REFUSED · Error when the store holds another number of bytes than it was given
 */
export async function storeFile(unit: UnitOfWork, { id, fileName, sizeBytes, engagementId }: StoredFile): Promise<StoredFile> {
  const content = await buffer(await unit.context.files.read(id))
  if (content.byteLength !== sizeBytes) throw new Error(`the file store holds ${content.byteLength} of ${sizeBytes} bytes`)
  const extension = unwrap(fileTypeOf(content))
  const stored = {
    fileName: downloadName(fileName, extension),
    mediaType: fileTypes[extension],
    sha256: createHash('sha256').update(content).digest('hex'),
  }
  const row = await unit.tx.storedFile.update({
    where: { id },
    data: { state: 'STORED', receivedBytes: sizeBytes, storedAt: unit.now, ...stored },
  })
  await unit.audit({ action: 'files.store', entity: 'StoredFile', entityId: id, after: { ...stored, sizeBytes, engagementId } })
  return row
}
