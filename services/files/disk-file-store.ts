import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { FileMissing, storeKey } from './file-store.ts'
import type { FileStore } from './file-store.ts'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Files in a folder, two characters of the key a subfolder (the last ones: the first are the time). Bytes are on the disk, not in its cache, before `append` answers. */
export function createDiskFileStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, storeKey(key).slice(-2), key)
  return {
    async append(key, offset, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await openToWrite(path)
      try {
        const { size } = await file.stat()
        if (offset > size) throw new RangeError(`a gap: ${size} bytes are there, these are for ${offset}`)
        await file.truncate(offset)
        await writeWhole(file, bytes, offset)
        await file.sync()
      } finally {
        await file.close()
      }
      if (offset === 0) await syncFolder(dirname(path))
    },
    async read(key) {
      const path = pathOf(key)
      await stat(path).catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(key) : error
      })
      // Opened by the first reading: an answer that nobody reads, to a HEAD request, leaves no file open.
      return Readable.from(piecesOf(path))
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path)) yield piece as Buffer
}

async function openToWrite(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (!isMissing(error)) throw error
    return open(path, 'w+', 0o600)
  }
}

/** A write may take fewer bytes than it was given. */
async function writeWhole(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let written = 0; written < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.byteLength - written, offset + written)
    written += bytesWritten
  }
}

/** A new file is lasting only once its folder's entry is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
