import { randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '#domain/access/viewer.ts'
import type { Audience } from '#prisma/generated/enums.ts'
import { attachFile } from '#services/files/attach-file.ts'
import { filesOf } from '#services/files/files-of.ts'
import { openFile } from '#services/files/open-file.ts'
import { receiveFile } from '#services/files/receive-file.ts'
import { sweepUploads } from '#services/files/sweep-uploads.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createAgency, officerOf, promise } from '#test/factories/accepting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let owner: UseCaseContext
let officer: UseCaseContext
let caseId: string
const monday = '2026-03-02T02:00:00Z'
const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000)])

beforeAll(async () => {
  test = await openTestPlatform()
  const agencyId = await createAgency(test.platform, '虚构审批局')
  officer = officerOf(test.platform, agencyId, monday)
  owner = await createOwner(test.platform, monday)
  const { uscc } = await test.platform.prisma.subject.findUniqueOrThrow({ where: { id: owner.viewer.subjectId ?? '' } })
  ;({ caseId } = await promise(officer, uscc ?? '', '2026-03-20'))
})
afterAll(() => test.close())

/** As a step does it: received and attached in one transaction. */
const attach = (who: UseCaseContext, audience: Audience, content: Uint8Array = paper, uploadedById = who.viewer.userId) =>
  runInTransaction(who, async (unit) => {
    const { id: fileId } = await receiveFile(unit, { fileName: '../说明.html', content }, { uploadedById })
    await attachFile(unit, { procedure: 'APPROVAL_CASE', entityId: caseId, purpose: 'GROUNDS', audience, fileId })
    return fileId
  })
const stranger = () => officerOf(test.platform, randomUUID(), monday)

describe('files of a procedure', () => {
  it('is stored under a name and a type that its content gives, and read by its audience alone', async () => {
    const forParties = await attach(owner, 'PARTIES')
    const forOfficials = await attach(officer, 'OFFICIALS')
    const opened = await openFile(owner, forParties)
    expect(opened).toMatchObject({ fileName: '说明.html.pdf', mediaType: 'application/pdf' })
    expect(opened && (await buffer(opened.content)).equals(paper)).toBe(true)
    expect(await openFile(owner, forOfficials)).toBeNull()
    expect(await openFile(officer, forOfficials)).not.toBeNull()
    expect(await openFile(await createOwner(test.platform, monday), forParties)).toBeNull()
    expect(await openFile(stranger(), forParties)).toBeNull()
    expect((await filesOf(officer, 'APPROVAL_CASE', caseId)).map(({ fileId }) => fileId)).toEqual([forParties, forOfficials])
    expect((await filesOf(owner, 'APPROVAL_CASE', caseId)).map(({ fileId }) => fileId)).toEqual([forParties])
    expect(await filesOf(stranger(), 'APPROVAL_CASE', caseId)).toEqual([])
  })

  it.each([
    ['HTML', Buffer.from('<script>alert(1)</script>'), 'FILE_TYPE_REFUSED'],
    ['nothing', new Uint8Array(), 'FILE_EMPTY'],
    ['an archive cut off', Buffer.from('PK\u0003\u0004no table of contents'), 'FILE_TYPE_REFUSED'],
  ])('%s is refused, and no row stays', async (_, content, code) => {
    const before = await test.platform.prisma.storedFile.count()
    await expect(attach(owner, 'PARTIES', content)).rejects.toMatchObject({ code })
    expect(await test.platform.prisma.storedFile.count()).toBe(before)
  })

  it('nobody uses somebody else’s file', async () => {
    const fileId = await attach(owner, 'PARTIES')
    const attached = { procedure: 'APPROVAL_CASE', entityId: caseId, purpose: 'GROUNDS', audience: 'PUBLIC', fileId } as const
    await expect(runInTransaction(officer, (unit) => attachFile(unit, attached))).rejects.toMatchObject({ code: 'FILE_NOT_USABLE' })
  })

  it('what is in use is never swept', async () => {
    const fileId = await attach(owner, 'PARTIES', paper, null)
    const worker = { ...later(owner, '2026-03-09T02:00:00Z'), viewer: systemViewer }
    expect(await sweepUploads(worker)).toEqual({ swept: 0 })
    expect(await openFile(officer, fileId)).not.toBeNull()
  })
})
