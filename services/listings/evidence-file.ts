import { createHash } from 'node:crypto'
import { z } from 'zod'
import { evidenceFileName, evidenceLimits, evidenceTypeOf, evidenceTypes } from '#domain/listings/evidence-type.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

const evidenceFile = z.object({
  fileName: z.string().max(400),
  content: z
    .instanceof(Uint8Array)
    .refine((content) => content.byteLength <= evidenceLimits.bytesPerFile, 'EVIDENCE_TOO_LARGE')
    .refine((content) => content.byteLength > evidenceLimits.bytesPerFile || evidenceTypeOf(content) !== null, 'EVIDENCE_TYPE_UNKNOWN'),
})

/** 证据材料 as it comes with a form. */
export const evidenceFiles = z.array(evidenceFile).max(evidenceLimits.filesPerForm, 'EVIDENCE_TOO_MANY')

export type HashedEvidence = z.output<typeof evidenceFile> & { readonly sha256: string }

/** The files with their hashes: what a retry is compared by, and what the record keeps. */
export const hashed = (files: z.output<typeof evidenceFiles>): HashedEvidence[] =>
  files.map((file) => ({ ...file, sha256: createHash('sha256').update(file.content).digest('hex') }))

/** One row of evidence; its type and name come from its content. */
export function evidenceRow({ fileName, content, sha256 }: HashedEvidence, addedById: string, addedAt: Date) {
  const extension = evidenceTypeOf(content)
  if (!extension) throw new ValidationError([{ path: 'evidence', code: 'EVIDENCE_TYPE_UNKNOWN', facts: {} }])
  return {
    fileName: evidenceFileName(fileName, extension),
    mediaType: evidenceTypes[extension],
    sizeBytes: content.byteLength,
    sha256,
    content: new Uint8Array(content),
    addedById,
    addedAt,
  }
}
