/**
 * The names in a ZIP's own table of contents, which stands at its end; null where there is none that can be read. Whoever opens the archive
 * reads that table: a name that only occurs somewhere in the bytes is no part of it.
 */
export function zipEntries(content: Uint8Array): readonly string[] | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const names: string[] = []
  for (let at = view.getUint32(end + 16, true), left = count; left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const nameLength = view.getUint16(at + 28, true)
    if (at + 46 + nameLength > view.byteLength) return null
    names.push(new TextDecoder().decode(content.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** Where the end record stands: within the last 64 KiB, because a comment may follow it. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
