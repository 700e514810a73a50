import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { composeMail } from '#app/features/notifications/compose-mail.ts'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import type { Role } from '#domain/access/role.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { createSmtpTransport } from '#services/notifications/mail-transport.ts'
import type { MailTransport } from '#services/notifications/mail-transport.ts'
import { sendMails } from '#services/notifications/send-mails.ts'
import { choiceOf, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'
import { startMailServer } from '#test/setup/mail-server.ts'
import type { MailServer } from '#test/setup/mail-server.ts'

const monday = '2026-11-02T01:00:00Z'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined }
const from = 'xinxuan@city.example'

let test: TestPlatform
let platform: Platform
let firm: RegisteredIntermediary
let owner: UseCaseContext
let server: MailServer
let transport: MailTransport

beforeAll(async () => {
  test = await openTestPlatform()
  platform = { ...test.platform, sendsMail: true }
  firm = await createIntermediary(platform)
  owner = await createOwner(platform, monday)
  server = await startMailServer()
  transport = createSmtpTransport({ url: server.url, from, timeoutMs: 500 })
})
afterAll(async () => {
  transport.close()
  await server.close()
  await test.close()
})
beforeEach(async () => {
  await test.platform.prisma.mailMessage.deleteMany()
  await test.platform.prisma.entryApplication.deleteMany()
  await test.platform.prisma.user.deleteMany()
  server.received.splice(0)
  server.treat(() => null)
})

/** An account that acts for the firm. */
async function account(email: string, roles: readonly Role[] = ['INTERMEDIARY'], disabledAt: Date | null = null): Promise<string> {
  const { prisma } = platform
  const { id: organisationId } = await prisma.organisation.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })
  const { id } = await prisma.user.create({ data: { name: '测试', email, disabledAt } })
  await prisma.membership.create({ data: { userId: id, organisationId, roles: [...roles], createdAt: new Date(monday) } })
  return id
}

/** The firm is chosen, and the worker tells it. */
async function chosen(): Promise<string> {
  const id = await chooseIntermediary(owner, choiceOf(firm.uscc))
  const { number } = await platform.prisma.engagement.findUniqueOrThrow({ where: { id } })
  await drainOutbox(contextOf(platform, monday), silent)
  return number
}

const round = (at: string, by = transport) =>
  sendMails(contextOf(platform, at), { transport: by, compose: composeMail('https://city.example') })
const mails = () => platform.prisma.mailMessage.findMany({ orderBy: { id: 'asc' } })

describe('a notice goes by mail, too', () => {
  it('to every open account that acts for the party, once, in both languages, with a link', async () => {
    await account('one@firm.example')
    await account('two@firm.example')
    await account('closed@firm.example', ['INTERMEDIARY'], new Date(monday))
    const number = await chosen()
    expect(await round(monday)).toEqual({ sent: 2, failed: 0, isCut: false })
    expect(await round(monday)).toEqual({ sent: 0, failed: 0, isCut: false })
    expect(server.received.map(({ to }) => to).sort()).toEqual([['one@firm.example'], ['two@firm.example']])
    const { raw } = server.received[0]!
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    const text = textOf(raw)
    expect(text).toContain(`您的机构被选中，委托编号 ${number}`)
    expect(text).toContain(`Your institution was chosen: engagement ${number}`)
    expect(text).toContain(`https://city.example/intermediary/engagements/${number}`)
    expect(text).not.toContain('测试')
    expect((await mails()).every(({ state, attempts }) => state === 'SENT' && attempts === 1)).toBe(true)
  })

  it('to the holders of a role in a body, to nobody else there', async () => {
    const { prisma } = platform
    const body = await prisma.organisation.create({
      data: { kind: 'REFORM_OFFICE', nameZh: '测试改革办', divisionCode: '410100', createdAt: new Date(monday) },
    })
    for (const [email, role] of [
      ['office@city.example', 'REFORM_OFFICE'],
      ['audit@city.example', 'AUDITOR'],
    ] as const) {
      const { id: userId } = await prisma.user.create({ data: { name: email, email } })
      await prisma.membership.create({ data: { userId, organisationId: body.id, roles: [role], createdAt: new Date(monday) } })
    }
    const { id: applicantUserId } = await prisma.user.create({ data: { name: '申请人', email: 'entrant@firm.example' } })
    const entry = await prisma.entryApplication.create({
      data: { number: 'RZ-TEST-1', applicantUserId, state: 'PUBLICITY', createdAt: new Date(monday), updatedAt: new Date(monday) },
    })
    await prisma.outboxEvent.create({
      data: { topic: 'entries.objected', entity: 'EntryApplication', entityId: entry.id, createdAt: new Date(monday) },
    })
    await drainOutbox(contextOf(platform, monday), silent)
    await round(monday)
    const told = server.received.map(({ to, raw }) => [to[0], /\/(?:regulator|intermediary)\/\S+/.exec(textOf(raw))?.[0]])
    expect(told.sort()).toEqual([
      ['entrant@firm.example', '/intermediary/entry/RZ-TEST-1'],
      ['office@city.example', '/regulator/entries/RZ-TEST-1'],
    ])
  })

  it('and where no server is set nothing is queued', async () => {
    await account('one@firm.example')
    await chooseIntermediary(owner, choiceOf(firm.uscc))
    await drainOutbox(contextOf({ ...platform, sendsMail: false }, monday), silent)
    expect(await mails()).toEqual([])
  })
})

describe('a server that does not take it', () => {
  it('greylisting: the mail waits and arrives with a later try, under the same id', async () => {
    await account('grey@firm.example')
    await chosen()
    server.treat(() => ({ code: 451, text: '4.7.1 greylisted, try again' }))
    expect(await round(monday)).toMatchObject({ sent: 0, failed: 1 })
    const [mail] = await mails()
    expect(mail).toMatchObject({ state: 'PENDING', attempts: 1, nextTryAt: new Date('2026-11-02T01:01:00Z') })
    expect(mail!.lastError).toContain('greylisted')
    server.treat(() => null)
    expect(await round('2026-11-02T01:00:59Z')).toMatchObject({ sent: 0, failed: 0 })
    expect(await round('2026-11-02T01:01:00Z')).toMatchObject({ sent: 1, failed: 0 })
    expect(server.received[0]!.raw).toContain(`<${mail!.id}@city.example>`)
    expect(await mails()).toMatchObject([{ state: 'SENT', attempts: 2, lastError: null }])
  })

  it('an address refused for good is given up at once, with the reason, and holds up nobody', async () => {
    await account('gone@firm.example')
    await account('here@firm.example')
    await chosen()
    server.treat((to) => (to.startsWith('gone') ? { code: 550, text: '5.1.1 no such user' } : null))
    expect(await round(monday)).toMatchObject({ sent: 1, failed: 1 })
    const failed = (await mails()).find(({ state }) => state === 'FAILED')
    expect(failed).toMatchObject({ attempts: 1 })
    expect(failed!.lastError).toContain('no such user')
  })

  it('a hanging or missing server ends the round, and only one try is used up', async () => {
    await account('one@firm.example')
    await account('two@firm.example')
    await chosen()
    server.treat(() => 'HANG')
    expect(await round(monday)).toMatchObject({ sent: 0, failed: 1 })
    expect((await mails()).map(({ attempts }) => attempts).sort()).toEqual([0, 1])
    const nowhere = createSmtpTransport({ url: 'smtp://127.0.0.1:1', from, timeoutMs: 500 })
    expect(await round(monday, nowhere)).toMatchObject({ sent: 0, failed: 1 })
    nowhere.close()
    server.treat(() => null)
    const again = createSmtpTransport({ url: server.url, from, timeoutMs: 2000 })
    expect(await round('2026-11-02T01:01:00Z', again)).toMatchObject({ sent: 2, failed: 0 })
    again.close()
  })

  it('after the last try it is given up; the message in the program stands', async () => {
    await account('never@firm.example')
    const number = await chosen()
    server.treat(() => ({ code: 421, text: 'busy' }))
    let at = new Date(monday)
    for (let tries = 1; tries <= 7; tries++) {
      await round(at.toISOString())
      const [mail] = await mails()
      expect(mail).toMatchObject({ attempts: tries, state: tries < 7 ? 'PENDING' : 'FAILED' })
      at = mail!.nextTryAt
    }
    expect(await platform.prisma.notification.count({ where: { facts: { path: ['number'], equals: number } } })).toBe(1)
  })

  it('two rounds at once send each mail once', async () => {
    for (let n = 0; n < 8; n++) await account(`n${n}@firm.example`)
    await chosen()
    const other = createSmtpTransport({ url: server.url, from, timeoutMs: 2000 })
    await Promise.all([round(monday), round(monday, other)])
    other.close()
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual(Array.from({ length: 8 }, (_, n) => `n${n}@firm.example`))
  })
})

describe('what others wrote stays words', () => {
  it('no header and no recipient comes out of facts', async () => {
    const userId = await account('one@firm.example')
    const smuggled = 'X\r\nBcc: thief@evil.example\r\n\r\nbody'
    await platform.prisma.notification.create({
      data: {
        userId,
        recipient: `user:${userId}`,
        kind: 'engagements.chosen',
        facts: { number: smuggled },
        createdAt: new Date(monday),
        outboxId: 900_000n,
        mails: { create: [{ userId, nextTryAt: new Date(monday) }] },
      },
    })
    await round(monday)
    const [mail] = server.received
    expect(mail!.to).toEqual(['one@firm.example'])
    expect(mail!.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
  })

  it.each(['a@b.example, thief@evil.example', 'a@b.example\r\nRCPT TO:<thief@evil.example>', '"x" <a@b.example>', 'nobody'])(
    'an account address %j is no way to a second recipient',
    async (to) => {
      const mail = { id: randomUUID(), to, subject: 's', text: 't', at: new Date(monday) }
      await expect(transport.send(mail)).rejects.toMatchObject({ failure: 'PERMANENT' })
      expect(server.received).toEqual([])
    },
  )

  it('a subject is one line', async () => {
    await transport.send({
      id: randomUUID(),
      to: 'one@firm.example',
      subject: 'a\r\nBcc: thief@evil.example',
      text: 't',
      at: new Date(monday),
    })
    expect(server.received[0]!.raw).toMatch(/^Subject: a Bcc: thief@evil\.example\r$/m)
  })
})

/** The body of a mail, whichever transfer encoding it came in. */
function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
