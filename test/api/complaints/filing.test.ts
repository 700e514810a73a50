import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaintRate, fileComplaint } from '#services/complaints/file-complaint.ts'
import { followComplaint, guessRate, followRate } from '#services/complaints/follow-complaint.ts'
import { sweepComplaints } from '#services/complaints/sweep-complaints.ts'
import { createAgency } from '#test/factories/accepting.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { createOffice, file, signedComplaint, visitorOf } from '#test/factories/complaining.ts'
import type { HandlingOffice } from '#test/factories/complaining.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T04:00:00Z'
let test: TestPlatform
let uscc: string
let subjectId: string
let regulator: HandlingOffice
let reform: HandlingOffice
beforeAll(async () => {
  test = await openTestPlatform()
  ;({ uscc, subjectId } = await createIntermediary(test.platform))
  regulator = await createOffice(test.platform, 'REGULATOR')
  reform = await createOffice(test.platform, 'REFORM_OFFICE')
})
afterAll(() => test.close())

const anyone = (clientAddress?: string, at = monday) => visitorOf(test.platform, at, clientAddress)
const rowOf = (id: string) => test.platform.prisma.complaint.findUniqueOrThrow({ where: { id } })
let networks = 0
const freshNetwork = () => `203.0.113.${(networks += 1)}`

describe('R7 anyone may file', () => {
  it('with a name, which is sealed; the clocks start, the office in whose field it is gets it', async () => {
    const { id, secret } = await file(anyone(), signedComplaint(uscc))
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'RECEIVED', subjectId, officeId: regulator.organisationId, isAnonymous: false, filedById: null })
    expect(row.answerDueOn.toISOString()).toContain('2026-04-01')
    expect(row.transferDueOn.toISOString()).toContain('2026-03-07')
    expect(JSON.stringify(row)).not.toMatch(/欧阳|1390000/)
    expect(row.receiptHash).not.toContain(secret)
    expect(secret).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  })

  it('without one; a name needs a contact, and the other way round', async () => {
    const { id } = await file(anyone(), signedComplaint(uscc, { name: null, contact: '' }))
    expect(await rowOf(id)).toMatchObject({ isAnonymous: true, contactCipher: null })
    await expect(file(anyone(), signedComplaint(uscc, { contact: '' }))).rejects.toMatchObject({
      fields: [{ path: 'contact', code: 'REQUIRED' }],
    })
    await expect(file(anyone(), signedComplaint(uscc, { name: '' }))).rejects.toMatchObject({
      fields: [{ path: 'name', code: 'REQUIRED' }],
    })
  })

  it('about a public body it goes to the reform office, never to the body; about somebody in words only, too', async () => {
    const agencyId = await createAgency(test.platform, '虚构规划局')
    const about = await file(anyone(), { ...signedComplaint(uscc), uscc: null, agencyId })
    expect(await rowOf(about.id)).toMatchObject({ agencyId, subjectId: null, officeId: reform.organisationId })
    const words = await file(anyone(), { ...signedComplaint(uscc), uscc: null })
    expect(await rowOf(words.id)).toMatchObject({ agencyId: null, subjectId: null, officeId: reform.organisationId })
  })

  it.each([
    ['an unknown institution', { uscc: '91410100MADEM9999X' }, 'uscc', 'INTERMEDIARY_UNKNOWN'],
    ['an unknown body', { uscc: null, agencyId: randomUUID() }, 'agencyId', 'AGENCY_UNKNOWN'],
    ['both', { agencyId: randomUUID() }, 'agencyId', 'ABOUT_AMBIGUOUS'],
    ['tomorrow', { occurredOn: '2026-03-03' }, 'occurredOn', 'DAY_IN_FUTURE'],
    ['no words', { statement: '不好' }, 'statement', 'TOO_SMALL'],
  ])('%s is refused beside its field', async (_name, wish, path, code) => {
    await expect(file(anyone(), signedComplaint(uscc, wish))).rejects.toMatchObject({ fields: [{ path, code }] })
  })

  it('a double click files once and shows the same receipt', async () => {
    const wish = { clientMutationId: randomUUID(), ...signedComplaint(uscc) }
    const both = await Promise.all([fileComplaint(anyone(), wish), fileComplaint(anyone(), wish)])
    expect(both[0]).toEqual(both[1])
    await expect(fileComplaint(anyone(), { ...wish, statement: '另有一件完全不同的事情要说。' })).rejects.toMatchObject({
      code: 'CLIENT_MUTATION_ID_REUSED',
    })
  })

  it('takes files by what they are, readable for the office alone', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64')
    const { id } = await file(anyone(), signedComplaint(uscc, { files: [{ fileName: '收据.png', content: new Uint8Array(png) }] }))
    const [attached] = await test.platform.prisma.procedureFile.findMany({
      where: { procedure: 'COMPLAINT', entityId: id },
      include: { file: true },
    })
    expect(attached).toMatchObject({ audience: 'OFFICIALS', addedById: null, file: { uploadedById: null, fileName: '收据.png' } })
    const script = { fileName: '收据.png', content: new TextEncoder().encode('<script>alert(1)</script>') }
    await expect(file(anyone(), signedComplaint(uscc, { files: [script] }))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' })
  })
})

describe('河南条例 art. 78: who filed it stands nowhere', () => {
  it('nor by the name of a file: the trail has its content’s hash, the office its name', async () => {
    const files = [{ fileName: '欧阳的收据.pdf', content: new TextEncoder().encode('%PDF-1.7\nreceipt') }]
    const { id } = await file(anyone(freshNetwork()), signedComplaint(uscc, { files }))
    const { prisma } = test.platform
    const attached = await prisma.procedureFile.findFirstOrThrow({ where: { entityId: id }, include: { file: true } })
    expect(attached).toMatchObject({ addedById: null, file: { fileName: '欧阳的收据.pdf', uploadedById: null } })
    const trail = await prisma.auditEvent.findMany({ where: { entityId: { in: [id, attached.fileId] } } })
    expect(trail.map(({ action }) => action).toSorted()).toEqual(['complaints.file', 'files.store'])
    expect(JSON.stringify(trail.map(({ actorName, after }) => [actorName, after]))).not.toContain('欧阳')
    expect(trail.some(({ after }) => JSON.stringify(after).includes(attached.file.sha256 ?? '-'))).toBe(true)
  })

  it('not even where an account did: no actor in trail or record, no line that names the person', async () => {
    const userId = randomUUID()
    const signedIn = contextOf(test.platform, monday, { roles: ['APPLICANT'], userId, name: '欧阳举报', subjectId: randomUUID() })
    const { id } = await file(signedIn, signedComplaint(uscc))
    const { prisma } = test.platform
    const records = [
      await prisma.auditEvent.findMany({ where: { entityId: id } }),
      await prisma.clientMutation.findMany({ where: { resultId: id } }),
      await prisma.procedureEvent.findMany({ where: { entityId: id } }),
      await prisma.outboxEvent.findMany({ where: { entityId: id } }),
    ]
    expect(records.map((rows) => rows.length)).toEqual([1, 1, 1, 1])
    const everything = JSON.stringify(records, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    for (const trace of [userId, '欧阳', '1390000', '青花椒']) expect(everything).not.toContain(trace)
    // Kept for one thing only: that nobody handles the own complaint.
    expect((await rowOf(id)).filedById).toBe(userId)
  })
})

describe('the receipt', () => {
  it('opens the status with number and secret, however they are typed; a wrong pair opens nothing', async () => {
    const { id, secret } = await file(anyone(), signedComplaint(uscc))
    const { number } = await rowOf(id)
    for (const typed of [secret, secret.toLowerCase(), secret.replaceAll('-', ' ')])
      expect(await followComplaint(anyone(), { number: ` ${number.toLowerCase()} `, secret: typed })).toMatchObject({ id })
    const other = await file(anyone(), signedComplaint(uscc))
    for (const wrong of [other.secret, '', 'x', `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`, secret.repeat(50)])
      expect(await followComplaint(anyone(), { number, secret: wrong })).toBeNull()
    expect(await followComplaint(anyone(), { number: 'TS-2026-999999', secret })).toBeNull()
  })

  it('tries are limited by network, wrong ones by number from anywhere', async () => {
    const { id, secret } = await file(anyone(), signedComplaint(uscc))
    const { number } = await rowOf(id)
    const network = freshNetwork()
    for (let i = 0; i < followRate.limit; i += 1) await followComplaint(anyone(network), { number: `TS-${i}`, secret })
    await expect(followComplaint(anyone(network), { number, secret })).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
    expect(await followComplaint(anyone(freshNetwork()), { number, secret })).toMatchObject({ id })
    for (let i = 0; i < guessRate.limit; i += 1) await followComplaint(anyone(), { number, secret: 'guess' })
    await expect(followComplaint(anyone(freshNetwork()), { number, secret: 'guess' })).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
    // Whoever holds the receipt is not locked out by those who guess.
    expect(await followComplaint(anyone(freshNetwork()), { number, secret })).toMatchObject({ id })
  })
})

describe('abuse is limited, and what limits it is forgotten', () => {
  it('by the hour', async () => {
    const network = freshNetwork()
    for (let i = 0; i < complaintRate.limit; i += 1) await file(anyone(network), signedComplaint(uscc))
    await expect(file(anyone(network), signedComplaint(uscc))).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' })
  })

  it('no row tells the network to whom has no key: not even the count of tries', async () => {
    const network = freshNetwork()
    const { id, secret } = await file(anyone(network), signedComplaint(uscc))
    const { number } = await rowOf(id)
    await followComplaint(anyone(network), { number, secret })
    const digest = createHash('sha256').update(network).digest('base64url')
    expect(await test.platform.prisma.rateLimit.count({ where: { key: { startsWith: 'xinxuan:complaint' } } })).toBeGreaterThan(0)
    expect(await test.platform.prisma.rateLimit.count({ where: { key: { contains: digest } } })).toBe(0)
  })

  it('by the month: thirty from one network, and again when the first are forgotten', async () => {
    const network = '2001:db8:7:7::1'
    const { id } = await file(anyone(network), signedComplaint(uscc))
    const { networkHash } = await rowOf(id)
    expect(networkHash).toMatch(/^[0-9a-f]{64}$/)
    const { id: _id, number, ...like } = await rowOf(id)
    await test.platform.prisma.complaint.createMany({ data: Array.from({ length: 29 }, (_, i) => ({ ...like, number: `${number}-${i}` })) })
    await expect(file(anyone('2001:db8:7:7:ffff::2'), signedComplaint(uscc))).rejects.toMatchObject({
      code: 'TOO_MANY_FROM_NETWORK',
      facts: { most: 30, days: 30 },
    })
    const system = (at: string) => contextOf(test.platform, at)
    const { forgotten } = await sweepComplaints(system('2026-04-01T03:59:59Z'))
    expect(forgotten).toBe(0)
    expect((await sweepComplaints(system('2026-04-01T04:00:00Z'))).forgotten).toBeGreaterThanOrEqual(30)
    expect(await test.platform.prisma.complaint.count({ where: { networkHash } })).toBe(0)
    expect(await rowOf((await file(anyone(network, '2026-04-01T05:00:00Z'), signedComplaint(uscc))).id)).toMatchObject({ networkHash })
  })
})
