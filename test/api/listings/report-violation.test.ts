import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportViolation } from '#services/listings/report-violation.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf, freshUscc } from '#test/factories/people.ts'
import { pdf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
const monday = '2026-03-02T01:00:00Z'
beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
})
afterAll(() => test.close())

const officer = () => contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'] })
const reportOf = (more: object = {}) => ({
  clientMutationId: randomUUID(),
  uscc: firm.uscc,
  violationCode: 'V-RPT-01',
  occurredOn: '2026-03-02',
  facts: '检测报告数据与原始记录不符。',
  evidence: [] as { fileName: string; content: Uint8Array<ArrayBuffer> }[],
  ...more,
})
const problemsOf = (report: object) =>
  reportViolation(officer(), reportOf(report)).then(
    () => [],
    (error: { fields: { path: string; code: string }[] }) => error.fields.map(({ path, code }) => `${path} ${code}`),
  )

describe('a report', () => {
  it('keeps its files by content: type, size and fingerprint', async () => {
    const content = pdf('evidence')
    const id = await reportViolation(officer(), reportOf({ evidence: [{ fileName: '..\\现场<照片>.html', content }] }))
    const [file] = await test.platform.prisma.caseEvidence.findMany({ where: { caseId: id } })
    expect(file).toMatchObject({ fileName: '现场照片.html.pdf', mediaType: 'application/pdf', sizeBytes: content.byteLength })
    expect(file?.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    expect(new Uint8Array(file?.content ?? [])).toEqual(content)
  })

  it.each([
    ['occurredOn DAY_IN_FUTURE', { occurredOn: '2026-03-03' }],
    ['occurredOn DAY_INVALID', { occurredOn: '2026-02-30' }],
    ['uscc INTERMEDIARY_UNKNOWN', { uscc: freshUscc() }],
    ['practitionerId PRACTITIONER_UNKNOWN', { practitionerId: randomUUID() }],
    ['violationCode VIOLATION_UNKNOWN', { violationCode: 'V-NONE' }],
    ['violationCode VIOLATION_NOT_FOR_ORGANISATION', { violationCode: 'V-GAN-01' }],
    ['facts REQUIRED', { facts: '  ' }],
    ['evidence.0.content EVIDENCE_TYPE_UNKNOWN', { evidence: [{ fileName: 'a.pdf', content: new TextEncoder().encode('<html>') }] }],
    ['evidence.0.content EVIDENCE_TOO_LARGE', { evidence: [{ fileName: 'a.pdf', content: new Uint8Array(10 * 1024 * 1024 + 1) }] }],
    ['evidence EVIDENCE_TOO_MANY', { evidence: Array.from({ length: 11 }, () => ({ fileName: 'a.pdf', content: pdf() })) }],
  ])('%s', async (problem, report) => {
    expect(await problemsOf(report)).toEqual([problem])
  })

  it('is for officers in person only', async () => {
    const owner = await createOwner(test.platform, monday)
    await expect(reportViolation(owner, reportOf())).rejects.toBeInstanceOf(ForbiddenError)
    const key = contextOf(test.platform, monday, { kind: 'API_KEY', userId: null, roles: ['INVESTIGATOR'] })
    await expect(reportViolation(key, reportOf())).rejects.toBeInstanceOf(ForbiddenError)
  })

  it('sent twice is one case; the files count as part of the wish', async () => {
    const reporter = officer()
    const report = reportOf({ evidence: [{ fileName: 'a.pdf', content: pdf('one') }] })
    const ids = await Promise.all([reportViolation(reporter, report), reportViolation(reporter, report)])
    expect(new Set(ids).size).toBe(1)
    const other = { ...report, evidence: [{ fileName: 'a.pdf', content: pdf('two') }] }
    await expect(reportViolation(reporter, other)).rejects.toMatchObject({ code: 'CLIENT_MUTATION_ID_REUSED' })
  })
})

it('is numbered without gaps', async () => {
  const cases = await test.platform.prisma.violationCase.findMany({ orderBy: { number: 'asc' } })
  expect(cases.map(({ number }) => number)).toEqual(cases.map((_case, index) => `AJ-2026-${String(index + 1).padStart(6, '0')}`))
})
