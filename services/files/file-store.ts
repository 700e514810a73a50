import type { Readable } from 'node:stream'

/**
 * Where the bytes of files lie: on the disk or in an S3-compatible store, chosen by setting. A key is an id of ours, never a name that
 * somebody typed. What is known of a file is in the database; the store knows bytes only.
 */
export interface FileStore {
  /**
   * Puts bytes at an offset, lastingly before it answers. What lay at or beyond the offset is gone, so that a piece whose receipt was lost may
   * be sent again.
   * @param offset bytes that are there already: 0, or where the last piece ended
   */
  append(key: string, offset: number, bytes: Uint8Array): Promise<void>
  /** The bytes from the first to the last. @throws FileMissing */
  read(key: string): Promise<Readable>
  /** Removes the bytes; a key that has none is no error, so that it may be repeated. */
  remove(key: string): Promise<void>
}

/** The store has no bytes under the key. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing'
}

/**
 * The key as given, if it is an id of ours: nothing else ever becomes a path or an address.
 * @throws RangeError
 */
export function storeKey(key: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) throw new RangeError('not a key of the file store')
  return key
}
