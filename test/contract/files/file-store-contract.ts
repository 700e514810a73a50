import { randomBytes, randomUUID } from 'node:crypto'
import { buffer, text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { FileMissing } from '#services/files/file-store.ts'
import type { FileStore } from '#services/files/file-store.ts'

const bytes = (words: string) => new TextEncoder().encode(words)

/** What every file store does; both are held to it. */
export function fileStoreContract(storeOf: () => FileStore): void {
  const content = async (key: string) => text(await storeOf().read(key))

  test('pieces one after another are one file', async () => {
    const key = randomUUID()
    await storeOf().append(key, 0, bytes('委托'))
    await storeOf().append(key, 6, bytes('合同'))
    expect(await content(key)).toBe('委托合同')
  })

  test('a piece sent again stands once', async () => {
    const key = randomUUID()
    await storeOf().append(key, 0, bytes('abc'))
    await storeOf().append(key, 3, bytes('def'))
    await storeOf().append(key, 3, bytes('def'))
    expect(await content(key)).toBe('abcdef')
  })

  test('a shorter piece in place of a longer one: nothing of the longer is left', async () => {
    const key = randomUUID()
    await storeOf().append(key, 0, bytes('abc'))
    await storeOf().append(key, 3, bytes('defghi'))
    await storeOf().append(key, 3, bytes('xy'))
    expect(await content(key)).toBe('abcxy')
  })

  test('begun anew, nothing of before is left, also where a piece ends as one before did', async () => {
    const key = randomUUID()
    await storeOf().append(key, 0, bytes('abc'))
    await storeOf().append(key, 3, bytes('def'))
    await storeOf().append(key, 0, bytes('xyz'))
    expect(await content(key)).toBe('xyz')
  })

  test('large pieces come back byte for byte', async () => {
    const key = randomUUID()
    const pieces = [randomBytes(3_000_000), randomBytes(1_234_567), randomBytes(1)]
    let offset = 0
    for (const piece of pieces) {
      await storeOf().append(key, offset, piece)
      offset += piece.byteLength
    }
    expect((await buffer(await storeOf().read(key))).equals(Buffer.concat(pieces))).toBe(true)
  })

  test('removed is gone, and may be removed again; others stay', async () => {
    const [key, other] = [randomUUID(), randomUUID()]
    await storeOf().append(key, 0, bytes('abc'))
    await storeOf().append(key, 3, bytes('def'))
    await storeOf().append(other, 0, bytes('stays'))
    await storeOf().remove(key)
    await storeOf().remove(key)
    await expect(storeOf().read(key)).rejects.toBeInstanceOf(FileMissing)
    expect(await content(other)).toBe('stays')
  })

  test.each(['../../etc/passwd', 'a', '', '..', `${randomUUID()}/x`, randomUUID().toUpperCase()])('%j is no key', async (key) => {
    await expect(storeOf().append(key, 0, bytes('x'))).rejects.toBeInstanceOf(RangeError)
    await expect(storeOf().read(key)).rejects.toBeInstanceOf(RangeError)
    await expect(storeOf().remove(key)).rejects.toBeInstanceOf(RangeError)
  })
}
