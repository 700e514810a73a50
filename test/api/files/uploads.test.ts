import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '#domain/access/viewer.ts'
import { fileLimits } from '#domain/files/file-type.ts'
import { agreeContract } from '#services/engagements/agree-contract.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { proposeContract } from '#services/engagements/propose-contract.ts'
import { appendUpload } from '#services/files/append-upload.ts'
import type { FileStore } from '#services/files/file-store.ts'
import { openFile } from '#services/files/open-file.ts'
import { startUpload } from '#services/files/start-upload.ts'
import { sweepUploads } from '#services/files/sweep-uploads.ts'
import { uploadFile } from '#services/files/upload-file.ts'
import { ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createEngagement, createIntermediary, createOwner, offered } from '#test/factories/choosing.ts'
import { contractWords, engagementStep, providerOf } from '#test/factories/contracting.ts'
import { contextOf } from '#test/factories/people.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let owner: UseCaseContext
let provider: UseCaseContext
let number: string
const monday = '2026-11-02T01:00:00Z'
const paper = (size = 3_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

beforeAll(async () => {
  test = await openTestPlatform()
  const firm = await createIntermediary(test.platform)
  owner = await createOwner(test.platform, monday)
  ;({ number } = await createEngagement(owner, firm.uscc))
  provider = await providerOf(owner, number)
})
afterAll(() => test.close())

const start = (who: UseCaseContext, sizeBytes: number, fileName = '报告.html') =>
  startUpload(who, { clientMutationId: randomUUID(), engagementNumber: number, fileName, sizeBytes })
const upload = (who: UseCaseContext, content: Uint8Array) =>
  uploadFile(who, { clientMutationId: randomUUID(), engagementNumber: number, fileName: '报告.pdf', content })
const rowOf = (id: string) => test.platform.prisma.storedFile.findUnique({ where: { id } })
const contentOf = async (who: UseCaseContext, id: string) => {
  const file = await openFile(who, id)
  return file && (await buffer(file.content))
}

describe('an upload in pieces', () => {
  it('is stored with its last piece: type and hash of what lies there, a name that fits', async () => {
    const content = paper(2_500_000)
    const fileId = await start(provider, content.byteLength)
    const half = 1_048_576
    expect(await appendUpload(provider, { fileId, offset: 0, bytes: content.subarray(0, half) })).toMatchObject({
      receivedBytes: half,
      sha256: null,
    })
    // The answer got lost and the piece is sent again, then one from the wrong place: both learn where to go on.
    expect(await appendUpload(provider, { fileId, offset: 0, bytes: content.subarray(0, half) })).toMatchObject({ receivedBytes: half })
    expect(await appendUpload(provider, { fileId, offset: 5, bytes: new Uint8Array(9) })).toMatchObject({ receivedBytes: half })
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(await appendUpload(provider, { fileId, offset: half, bytes: content.subarray(half) })).toMatchObject({ sha256 })
    expect(await rowOf(fileId)).toMatchObject({ state: 'STORED', mediaType: 'application/pdf', fileName: '报告.html.pdf', sha256 })
    expect((await contentOf(provider, fileId))?.equals(content)).toBe(true)
  })

  it('of ten sends of one piece at once one is written', async () => {
    const content = paper()
    const fileId = await start(provider, content.byteLength)
    await Promise.all(Array.from({ length: 10 }, () => appendUpload(provider, { fileId, offset: 0, bytes: content })))
    expect((await contentOf(provider, fileId))?.equals(content)).toBe(true)
    expect(await test.platform.prisma.auditEvent.count({ where: { action: 'files.store', entityId: fileId } })).toBe(1)
  })

  it('refuses HTML by its first bytes, more than was said, and sizes beyond the limit', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    const fileId = await start(provider, page.byteLength, '报告.pdf')
    await expect(appendUpload(provider, { fileId, offset: 0, bytes: page })).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
    expect(await rowOf(fileId)).toMatchObject({ state: 'UPLOADING', receivedBytes: 0 })
    await expect(appendUpload(provider, { fileId, offset: 0, bytes: paper() })).rejects.toMatchObject({ code: 'FILE_LONGER_THAN_SAID' })
    await expect(start(provider, fileLimits.bytes + 1)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    await expect(start(provider, 0)).rejects.toMatchObject({ code: 'FILE_EMPTY' })
  })

  it('is its uploader’s alone, and for engagements of one’s own', async () => {
    const fileId = await start(provider, 3_000)
    await expect(appendUpload(owner, { fileId, offset: 0, bytes: paper() })).rejects.toBeInstanceOf(NotFoundError)
    const stranger = await createOwner(test.platform, monday)
    await expect(start(stranger, 3_000)).rejects.toBeInstanceOf(NotFoundError)
    const officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], organisationId: randomUUID() })
    await expect(start(officer, 3_000)).rejects.toBeInstanceOf(ForbiddenError)
  })

  it('bytes that did not land leave the row as it was', async () => {
    const content = paper()
    const fileId = await start(provider, content.byteLength)
    const failing: FileStore = { ...test.platform.files, append: () => Promise.reject(new Error('disk full')) }
    await expect(appendUpload({ ...provider, files: failing }, { fileId, offset: 0, bytes: content })).rejects.toThrow('disk full')
    expect(await rowOf(fileId)).toMatchObject({ state: 'UPLOADING', receivedBytes: 0 })
    // Bytes that landed half, as by a process that was killed: the next piece takes their place.
    await test.platform.files.append(fileId, 0, content.subarray(0, 100))
    await appendUpload(provider, { fileId, offset: 0, bytes: content })
    expect((await contentOf(provider, fileId))?.equals(content)).toBe(true)
  })

  it('what the store gives back is what is hashed: a store that lost bytes stores nothing', async () => {
    const content = paper()
    const fileId = await start(provider, content.byteLength)
    const lossy: FileStore = {
      ...test.platform.files,
      append: (key, offset, bytes) => test.platform.files.append(key, offset, bytes.subarray(1)),
    }
    await expect(appendUpload({ ...provider, files: lossy }, { fileId, offset: 0, bytes: content })).rejects.toThrow('holds 2999 of 3000')
    expect(await rowOf(fileId)).toMatchObject({ state: 'UPLOADING' })
  })
})

describe('a file in use', () => {
  it('is seen by both parties and nobody else; another’s or another engagement’s file is not usable', async () => {
    const { id: fileId } = await upload(provider, paper())
    expect(await contentOf(owner, fileId)).toBeNull()
    const terms = { ...contractWords, feeFen: offered.feeFen, promisedWorkingDays: 12, reasons: '补充签字页', fileId }
    await expect(proposeContract(owner, { ...(await engagementStep(owner, number)), ...terms })).rejects.toMatchObject({
      code: 'FILE_NOT_USABLE',
    })
    await proposeContract(provider, { ...(await engagementStep(owner, number)), ...terms })
    await agreeContract(owner, await engagementStep(owner, number))
    expect(await contentOf(owner, fileId)).not.toBeNull()
    const stranger = await createOwner(test.platform, monday)
    expect(await contentOf(stranger, fileId)).toBeNull()
    const officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'], organisationId: randomUUID() })
    expect(await contentOf(officer, fileId)).toBeNull()
    for (const id of ['../../etc/passwd', randomUUID(), '']) expect(await contentOf(owner, id)).toBeNull()
    await expect(openFile(contextOf(test.platform, monday, { roles: [] }), fileId)).rejects.toBeInstanceOf(ForbiddenError)
    const half = await start(provider, 5_000)
    await expect(deliverResult(provider, { ...(await engagementStep(owner, number)), fileId: half })).rejects.toMatchObject({
      code: 'FILE_NOT_USABLE',
    })
  })
})

describe('the sweep', () => {
  const sweep = (at: string, files = test.platform.files) => sweepUploads({ ...later(owner, at), viewer: systemViewer, files })

  it('takes what was begun and not finished, or finished and not used, after a day; what is in use stays', async () => {
    const used = await upload(provider, paper())
    await deliverResult(provider, { ...(await engagementStep(owner, number)), fileId: used.id })
    const idle = await upload(provider, paper())
    const begun = await start(provider, 9_000)
    await sweep('2026-11-03T00:59:00Z')
    expect(await rowOf(begun)).not.toBeNull()
    // Killed between the bytes and the row: no row claims bytes that are gone, and the next sweep goes on.
    const killed: FileStore = {
      ...test.platform.files,
      remove: async (key) => {
        await test.platform.files.remove(key)
        throw new Error('killed')
      },
    }
    await expect(sweep('2026-11-03T01:01:00Z', killed)).rejects.toThrow('killed')
    const claims = await test.platform.prisma.storedFile.findMany({ where: { state: 'STORED' } })
    for (const { id } of claims) expect((await buffer(await test.platform.files.read(id))).byteLength).toBeGreaterThan(0)
    await sweep('2026-11-03T01:01:00Z')
    expect(await rowOf(idle.id)).toBeNull()
    expect(await rowOf(begun)).toBeNull()
    await expect(test.platform.files.read(idle.id)).rejects.toThrow()
    expect(await contentOf(provider, used.id)).not.toBeNull()
  })
})
