import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFileStore } from '#services/files/create-file-store.ts'
import type { FileStore } from '#services/files/file-store.ts'
import { createS3FileStore } from '#services/files/s3-file-store.ts'
import { fileStoreContract } from './file-store-contract.ts'
import { s3Keys, startS3Server } from './s3-server.ts'
import type { S3Server } from './s3-server.ts'

let server: S3Server
let store: FileStore

beforeAll(async () => {
  server = await startS3Server()
  store = createFileStore({
    DATA_DIR: '/nowhere',
    S3_ENDPOINT: server.endpoint,
    S3_BUCKET: s3Keys.bucket,
    S3_REGION: s3Keys.region,
    S3_ACCESS_KEY_ID: s3Keys.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3Keys.secretAccessKey,
  })
})
afterAll(() => server.close())

describe('files in an S3-compatible store', () => {
  fileStoreContract(() => store)

  test('lie in the bucket, a piece an object', async () => {
    const key = randomUUID()
    await store.append(key, 0, new Uint8Array(5))
    await store.append(key, 5, new Uint8Array(3))
    const own = [...server.objects.keys()].filter((path) => path.includes(key))
    expect(own).toEqual([`/xinxuan/files/${key}/000000000000`, `/xinxuan/files/${key}/000000000005`])
  })

  test('a wrong secret is refused by the store, and says so', async () => {
    const wrong = createS3FileStore({ ...s3Keys, endpoint: server.endpoint, secretAccessKey: 'another' })
    await expect(wrong.append(randomUUID(), 0, new Uint8Array([1]))).rejects.toThrow(/403/)
    await expect(wrong.read(randomUUID())).rejects.toThrow(/403/)
  })

  test('a store that can not be reached is no missing file', async () => {
    const nowhere = createS3FileStore({ ...s3Keys, endpoint: 'http://127.0.0.1:9' })
    await expect(nowhere.read(randomUUID())).rejects.toThrow(TypeError)
  })
})
