import { z } from 'zod'
import { checkFileSize, fileLimits } from '#domain/files/file-type.ts'
import { visibleEngagements } from '../engagements/visible-engagements.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'

export const startUploadInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** The engagement it is for: a party of it, and nobody else, uploads. */
  engagementNumber: z.string().trim().min(1).max(40),
  fileName: z.string().min(1).max(fileLimits.nameLength),
  sizeBytes: z.number().int(),
})

/**
 * Begins an upload: the row is there before the bytes, so that none lies in the store without one. Answers with the file's id.
 * @throws RefusedError FILE_EMPTY, FILE_TOO_LARGE, UPLOADS_TOO_MANY · NotFoundError for other people's engagements
 */
export async function startUpload(context: UseCaseContext, input: z.input<typeof startUploadInput>): Promise<string> {
  const parsed = parseInput(startUploadInput, input)
  demand(context, 'file.upload')
  const command = { operation: 'startUpload', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async ({ tx, now, viewer }) => {
    const { fileName, engagementNumber } = parsed
    const sizeBytes = unwrap(checkFileSize(parsed.sizeBytes))
    const where = { AND: [{ number: engagementNumber }, visibleEngagements(viewer)] }
    const engagement = await tx.engagement.findFirst({ where, select: { id: true } })
    if (!engagement) throw new NotFoundError('Engagement')
    const uploadedById = viewer.userId ?? ''
    const open = await tx.storedFile.count({ where: { uploadedById, state: 'UPLOADING' } })
    if (open >= fileLimits.openUploads) throw new RefusedError({ code: 'UPLOADS_TOO_MANY', most: fileLimits.openUploads })
    const { id } = await tx.storedFile.create({
      data: { fileName, sizeBytes, uploadedById, engagementId: engagement.id, createdAt: now },
      select: { id: true },
    })
    return id
  })
}
