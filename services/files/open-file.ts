import type { Readable } from 'node:stream'
import { z } from 'zod'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { isInVisibleProcedure } from './is-in-visible-procedure.ts'
import { visibleFiles } from './visible-files.ts'

/** A stored file, ready to be sent. */
export interface OpenFile {
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly content: Readable
}

/** Opens a file for download; null for one that isn't there or isn't the viewer's to see. */
export async function openFile(context: UseCaseContext, id: string): Promise<OpenFile | null> {
  demand(context, 'file.view')
  if (!z.uuid().safeParse(id).success) return null
  const { prisma, viewer } = context
  const shown = await prisma.storedFile.findFirst({ where: { AND: [{ id }, visibleFiles(viewer)] } })
  const row =
    shown ?? ((await isInVisibleProcedure(context, id)) ? await prisma.storedFile.findFirst({ where: { id, state: 'STORED' } }) : null)
  if (!row?.mediaType) return null
  const { fileName, mediaType, sizeBytes } = row
  return { fileName, mediaType, sizeBytes, content: await context.files.read(row.id) }
}
