import type { Audience, Procedure } from '#prisma/generated/enums.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

export interface Attached {
  readonly procedure: Procedure
  readonly entityId: string
  /** What it is there, e.g. `EVIDENCE`. */
  readonly purpose: string
  readonly audience: Audience
  readonly fileId: string
}

/**
 * Puts a stored file into a procedure, held until commit so that no sweep takes it meanwhile. The same file twice is there once. Whoever sent
 * the file is kept with the file alone, so that a protected sender stays unknown here too.
 * @throws RefusedError FILE_NOT_USABLE for one that isn't there, isn't complete, or is somebody else's: the three aren't told apart
 */
export async function attachFile(
  { tx, viewer, now }: UnitOfWork,
  { procedure, entityId, purpose, audience, fileId }: Attached,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "StoredFile" WHERE "id" = ${fileId}::uuid FOR SHARE`
  const own = viewer.userId === null ? [] : [{ uploadedById: viewer.userId }]
  const row = await tx.storedFile.findFirst({ where: { id: fileId, state: 'STORED', OR: [...own, { uploadedById: null }] } })
  if (!row) throw new RefusedError({ code: 'FILE_NOT_USABLE' })
  await tx.procedureFile.createMany({
    data: [{ procedure, entityId, purpose, audience, fileId, addedById: row.uploadedById, addedAt: now }],
    skipDuplicates: true,
  })
}
