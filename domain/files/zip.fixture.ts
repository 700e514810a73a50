/** A ZIP archive with stored entries, as small as one can be. */
export function zipOf(entries: Readonly<Record<string, string>>): Uint8Array {
  const encoder = new TextEncoder()
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const [nameBytes, content] = [encoder.encode(name), encoder.encode(text)]
    // Version 2.0, UTF-8 names, stored; the checksum is left out: nobody unpacks it here.
    const common = [20, 0x800, 0, 0, 0, 0, 0, content.length, 0, content.length, 0, nameBytes.length, 0]
    const local = join(words([0x4b50, 0x0403, ...common]), nameBytes, content)
    locals.push(local)
    directory.push(join(words([0x4b50, 0x0201, 20, ...common, 0, 0, 0, 0, 0, offset & 0xffff, offset >>> 16]), nameBytes))
    offset += local.length
  }
  const table = join(...directory)
  const count = locals.length
  const end = words([0x4b50, 0x0605, 0, 0, count, count, table.length & 0xffff, table.length >>> 16, offset & 0xffff, offset >>> 16, 0])
  return join(...locals, table, end)
}

const words = (values: readonly number[]) => Uint8Array.from(values.flatMap((value) => [value & 0xff, value >>> 8]))

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
