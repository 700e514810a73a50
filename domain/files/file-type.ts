import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { zipEntries } from './zip-entries.ts'

/**
 * What a file of a procedure may be: papers, pictures, drawings and archives of them. The type comes from the content, never from the name.
 * HTML, SVG, scripts and programs are none of them, nor are documents with macros.
 */
export const fileTypes = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  png: 'image/png',
  jpg: 'image/jpeg',
  tif: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  dwg: 'image/vnd.dwg',
  zip: 'application/zip',
} as const
export type FileExtension = keyof typeof fileTypes

/** Our own limits: bytes of a file, characters of its name, unfinished uploads of one person, and hours after which one is swept. */
export const fileLimits = { bytes: 32 * 1024 * 1024, nameLength: 200, openUploads: 20, unfinishedHours: 24 } as const

export type FileRefusal =
  { readonly code: 'FILE_TYPE_REFUSED' } | { readonly code: 'FILE_TOO_LARGE'; readonly mostBytes: number } | { readonly code: 'FILE_EMPTY' }

const signatures: readonly (readonly [FileExtension, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]],
  ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
  // 'AC10' and two digits: AutoCAD R13 and later.
  ['dwg', [0x41, 0x43, 0x31, 0x30]],
]
const zipSignature = [0x50, 0x4b, 0x03, 0x04]
const zipParts: readonly (readonly [FileExtension, string])[] = [
  ['ofd', 'OFD.xml'],
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
]
/** Parts that run: Office macros and Java programs. */
const runningParts = [/(^|\/)vbaProject\.bin$/i, /^META-INF\/MANIFEST\.MF$/, /^AndroidManifest\.xml$/]

/** Whether a size may be uploaded at all. */
export function checkFileSize(bytes: number): Result<number, FileRefusal> {
  if (bytes <= 0) return refuse({ code: 'FILE_EMPTY' })
  return bytes > fileLimits.bytes ? refuse({ code: 'FILE_TOO_LARGE', mostBytes: fileLimits.bytes }) : ok(bytes)
}

/** Whether a file that begins like this could be one of ours: asked of its first piece, so that nobody sends 30 MB in vain. */
export const mayBecomeFile = (head: Uint8Array): boolean => startsWith(head, zipSignature) || plainTypeOf(head) !== null

/** What the whole file is, by its content. */
export function fileTypeOf(content: Uint8Array): Result<FileExtension, FileRefusal> {
  const plain = plainTypeOf(content)
  if (plain) return ok(plain)
  const entries = startsWith(content, zipSignature) ? zipEntries(content) : null
  if (!entries || entries.some((name) => runningParts.some((part) => part.test(name)))) return refuse({ code: 'FILE_TYPE_REFUSED' })
  return ok(zipParts.find(([, part]) => entries.includes(part))?.[0] ?? 'zip')
}

/** A name fit to be offered for download: no folders, no control characters, and the ending that the content deserves. */
export function downloadName(name: string, extension: FileExtension): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim()
  const ending = extension === 'jpg' ? /\.jpe?g$/i : extension === 'tif' ? /\.tiff?$/i : new RegExp(`\\.${extension}$`, 'i')
  const stem = [...base.replace(ending, '').replace(/^\.+/, '')].slice(0, 120).join('')
  return `${stem === '' ? 'file' : stem}.${extension}`
}

const plainTypeOf = (content: Uint8Array): FileExtension | null =>
  signatures.find(([, signature]) => startsWith(content, signature))?.[0] ?? null

const startsWith = (content: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => content[index] === byte)
