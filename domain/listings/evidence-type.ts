/** What a file of evidence may be. The type comes from its first bytes and inner parts, never from its name. */
export const evidenceTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type EvidenceExtension = keyof typeof evidenceTypes

/** Bytes of one file, files of one form, and files of one case in all (our own limits). */
export const evidenceLimits = { bytesPerFile: 10 * 1024 * 1024, filesPerForm: 10, filesInAll: 60 } as const

const signatures: readonly (readonly [EvidenceExtension, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
]
/** A ZIP names its parts in the clear; the main part says which kind of document it is. */
const zipSignature = [0x50, 0x4b, 0x03, 0x04]
const zipParts: readonly (readonly [EvidenceExtension, string])[] = [
  ['ofd', 'OFD.xml'],
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
]

/** What the file is, by its content; null for anything else, programs and HTML among it. */
export function evidenceTypeOf(content: Uint8Array): EvidenceExtension | null {
  const plain = signatures.find(([, signature]) => startsWith(content, signature))
  if (plain) return plain[0]
  if (!startsWith(content, zipSignature)) return null
  return zipParts.find(([, part]) => includesText(content, part))?.[0] ?? null
}

/** A name fit to be offered for download: no folders, no control characters, and the ending its content deserves. */
export function evidenceFileName(name: string, extension: EvidenceExtension): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim()
  const ending = extension === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${extension}$`, 'i')
  const stem = base.replace(ending, '').replace(/^\.+/, '').slice(0, 120)
  return `${stem === '' ? 'evidence' : stem}.${extension}`
}

const startsWith = (content: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => content[index] === byte)

function includesText(content: Uint8Array, text: string): boolean {
  const wanted = [...text].map((char) => char.charCodeAt(0))
  const first = wanted[0] ?? 0
  for (let at = content.indexOf(first); at !== -1; at = content.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => content[at + index] === byte)) return true
  }
  return false
}
