import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { evidenceFileName, evidenceLimits, evidenceTypeOf, evidenceTypes } from '#domain/listings/evidence-type.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

export const dayInput = z.string().refine(isCalendarDay, 'DAY_INVALID')
export const opinionText = z.string().trim().max(4000)
export const documentNoText = z.string().trim().max(200)

/** One attached document; what it is, its content says. */
export const attachmentInput = z.object({
  fileName: z.string().max(400),
  content: z
    .instanceof(Uint8Array)
    .refine((content) => content.byteLength <= evidenceLimits.bytesPerFile, 'EVIDENCE_TOO_LARGE')
    .refine((content) => content.byteLength > evidenceLimits.bytesPerFile || evidenceTypeOf(content) !== null, 'EVIDENCE_TYPE_UNKNOWN'),
})
export type AttachmentInput = z.output<typeof attachmentInput>

/** What a retry is compared by, in place of the bytes. */
export const attachmentMark = (attachment: AttachmentInput | null | undefined) =>
  attachment ? { fileName: attachment.fileName, sha256: sha256Of(attachment.content) } : null

/** Stores the file with its step. @returns its id, null without a file */
export async function saveAttachment(unit: UnitOfWork, attachment: AttachmentInput | null | undefined): Promise<string | null> {
  if (!attachment) return null
  const { fileName, content } = attachment
  const extension = evidenceTypeOf(content)
  if (!extension) throw new ValidationError([{ path: 'attachment', code: 'EVIDENCE_TYPE_UNKNOWN', facts: {} }])
  const { id } = await unit.tx.attachment.create({
    data: {
      fileName: evidenceFileName(fileName, extension),
      mediaType: evidenceTypes[extension],
      sizeBytes: content.byteLength,
      sha256: sha256Of(content),
      content: new Uint8Array(content),
      addedById: unit.viewer.userId ?? '',
      addedAt: unit.now,
    },
    select: { id: true },
  })
  return id
}

const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
