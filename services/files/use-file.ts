import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/**
 * A stored file of the viewer's own for this engagement, held until commit so that no sweep takes it meanwhile.
 * @throws RefusedError FILE_NOT_USABLE for one that isn't there, isn't complete, or is somebody else's: the three aren't told apart
 */
export async function useFile(
  { tx, viewer }: UnitOfWork,
  id: string,
  engagementId: string,
): Promise<{ readonly id: string; readonly sha256: string }> {
  await tx.$queryRaw`SELECT 1 FROM "StoredFile" WHERE "id" = ${id}::uuid FOR SHARE`
  const row = await tx.storedFile.findFirst({ where: { id, engagementId, state: 'STORED', uploadedById: viewer.userId ?? '' } })
  if (!row?.sha256) throw new RefusedError({ code: 'FILE_NOT_USABLE' })
  return { id, sha256: row.sha256 }
}
