import { z } from 'zod'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { toProgress } from './append-upload.ts'
import type { UploadProgress } from './append-upload.ts'

/** How far an upload of the viewer's own is. @throws NotFoundError */
export async function uploadProgress(context: UseCaseContext, id: string): Promise<UploadProgress> {
  demand(context, 'file.upload')
  const uploadedById = context.viewer.userId ?? ''
  const row = z.uuid().safeParse(id).success ? await context.prisma.storedFile.findFirst({ where: { id, uploadedById } }) : null
  if (!row) throw new NotFoundError('StoredFile')
  return toProgress(row)
}
