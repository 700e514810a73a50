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
      const first = await send('GET', key, 0)
      if (!first) throw new FileMissing(key)
      return Readable.from(piecesAfter(first, (offset) => send('GET', key, offset)))
    },
    remove: (key) => removeFrom(key, 0),
  }
}

/** The bytes of a chain of pieces, each asked for when the one before has been read. */
async function* piecesAfter(first: Response, pieceAt: (offset: number) => Promise<Response | null>): AsyncGenerator<Buffer> {
  let offset = 0
  for (let piece: Response | null = first; piece; piece = await pieceAt(offset)) {
    if (!piece.body) return
    for await (const chunk of piece.body) {
      offset += chunk.byteLength
      yield Buffer.from(chunk)
    }
  }
}
