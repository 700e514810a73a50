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
export async function storeFile(unit: UnitOfWork, file: StoredFile): Promise<StoredFile> {
  const { id, sizeBytes, engagementId, uploadedById } = file
  const bytes = await buffer(await unit.context.files.read(id))
  if (bytes.byteLength !== sizeBytes) throw new Error(`the file store holds ${bytes.byteLength} of ${sizeBytes} bytes`)
  const extension = unwrap(fileTypeOf(bytes))
  const stored = {
    fileName: downloadName(file.fileName, extension),
    mediaType: fileTypes[extension],
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const row = await unit.tx.storedFile.update({
    where: { id },
    data: { state: 'STORED', receivedBytes: sizeBytes, storedAt: unit.now, ...stored },
  })
  // A name can give away whose file it is: where the sender is kept nowhere, the trail keeps the name nowhere.
  const { fileName, ...content } = stored
  const after = { ...(uploadedById === null ? {} : { fileName }), ...content, sizeBytes, engagementId }
  await unit.audit({ action: 'files.store', entity: 'StoredFile', entityId: id, after })
  return row
}
