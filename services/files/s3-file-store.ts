import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { FileMissing, storeKey } from './file-store.ts'
import type { FileStore } from './file-store.ts'

/** A bucket of an S3-compatible store, addressed by path: `endpoint/bucket/key`. */
export interface S3Settings {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * Files in an S3-compatible store. S3 knows no appending, and its multipart uploads want pieces of 5 MiB; so each piece is an object of its
 * own, named by its offset, and a file is the chain of them: the next begins where one ends. PUT, GET, HEAD and DELETE of one object are
 * all that is asked of the store, so that any of them will do.
 */
export function createS3FileStore({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const addressOf = (key: string, offset: number) =>
    `${endpoint.replace(/\/$/, '')}/${bucket}/files/${storeKey(key)}/${String(offset).padStart(12, '0')}`

  /** @returns null where there is no such object */
  const send = async (method: string, key: string, offset: number, bytes?: Uint8Array): Promise<Response | null> => {
    const body = bytes && { body: new Uint8Array(bytes) }
    const response = await client.fetch(addressOf(key, offset), { method, ...body })
    if (response.status === 404) return null
    if (!response.ok) throw new Error(`the file store answered ${response.status} to ${method}: ${(await response.text()).slice(0, 200)}`)
    return response
  }

  const piecesFrom = async (key: string, offset: number): Promise<number[]> => {
    const found: number[] = []
    for (let at = offset; ;) {
      const length = Number((await send('HEAD', key, at))?.headers.get('content-length') ?? 0)
      if (length === 0) return found
      found.push(at)
      at += length
    }
  }
  // The last one first: a chain that is cut off while it is removed stays one.
  const removeFrom = async (key: string, offset: number): Promise<void> => {
    for (const at of (await piecesFrom(key, offset)).toReversed()) await send('DELETE', key, at)
  }

  return {
    async append(key, offset, bytes) {
      if (bytes.byteLength === 0) return
      await removeFrom(key, offset)
      await send('PUT', key, offset, bytes)
    },
    async read(key) {
      if (!(await send('HEAD', key, 0))) throw new FileMissing(key)
      // Asked for by the first reading: an answer that nobody reads, to a HEAD request, leaves no connection open.
      return Readable.from(chain((offset) => send('GET', key, offset)))
    },
    remove: (key) => removeFrom(key, 0),
  }
}

/** The bytes of a chain of pieces, each asked for when the one before has been read. */
async function* chain(pieceAt: (offset: number) => Promise<Response | null>): AsyncGenerator<Buffer> {
  let offset = 0
  for (let piece = await pieceAt(0); piece; piece = await pieceAt(offset)) {
    const reader = piece.body?.getReader()
    if (!reader) return
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      offset += read.value.byteLength
      yield Buffer.from(read.value)
    }
  }
}
