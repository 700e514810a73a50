import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDiskFileStore } from '#services/files/disk-file-store.ts'
import type { FileStore } from '#services/files/file-store.ts'
import { fileStoreContract } from './file-store-contract.ts'

let folder: string
let store: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinxuan-files-'))
  store = createDiskFileStore(join(folder, 'files'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('files on the disk', () => {
  fileStoreContract(() => store)

  test('are readable by the program’s user only', async () => {
    const key = randomUUID()
    await store.append(key, 0, new Uint8Array([1]))
    expect((await stat(join(folder, 'files', key.slice(-2), key))).mode & 0o077).toBe(0)
  })

  test('have no gaps', async () => {
    await expect(store.append(randomUUID(), 5, new Uint8Array([1]))).rejects.toThrow('a gap')
  })
})
