import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { OPENING_FORMAT, quoteOf } from '#domain/selection/opening-transcript.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { quoteText } from '#domain/selection/quote.ts'
import { createIdentity, hashOf, randomHex, recipientOf, sealTwice, wrapUnder } from '#services/selection/age-sealing.ts'

const folder = mkdtempSync(join(tmpdir(), 'xinxuan-opening-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(command: string, args: readonly string[], typed = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', `server/${command}.ts`, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(typed)
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, error }
}

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function record(): Promise<OpeningTranscript> {
  const [supervisor, platform] = [await createIdentity(), await createIdentity()]
  const recipients = { supervisor: (await recipientOf(supervisor)) ?? '', platform: (await recipientOf(platform)) ?? '' }
  const frame = { selection: 'XX-2026-000001', uscc: '91410100MADEM00001', ceilingFen: null, maxWorkingDays: 30 }
  const plain = quoteText({ ...frame, feeFen: 1_500_000, workingDays: 20, plan: '现场踏勘。' }, randomHex)
  const ciphertext = await sealTwice(plain, recipients)
  const quote = {
    uscc: frame.uscc,
    name: '虚构环评有限公司',
    sequence: 1,
    sha256: hashOf(ciphertext),
    ciphertext,
    isSealedByBidder: true,
    replaced: [],
  }
  return {
    ...{ format: OPENING_FORMAT, selection: frame.selection, ceilingFen: null, maxWorkingDays: 30, withoutQuote: [] },
    ...{ opensAt: '2026-11-05T10:00:00.000Z', openedAt: '2026-11-05T10:01:00.000Z' },
    supervisor: { name: '虚构监督单位', recipient: recipients.supervisor, identity: supervisor },
    platform: { recipient: recipients.platform, identity: platform },
    quotes: [{ ...quote, receivedAt: '2026-11-04T02:00:00.000Z', ...quoteOf(plain, frame) }],
  }
}

describe('npm run verify-opening', () => {
  it('says yes to a true record, and where a changed one breaks', async () => {
    const transcript = await record()
    const [quote] = transcript.quotes
    if (!quote?.offered) throw new Error('no quote')
    const other = await createIdentity()
    const tried: readonly (readonly [string, unknown, number, RegExp])[] = [
      ['true.json', transcript, 0, /^TRUE/],
      [
        'fee.json',
        { ...transcript, quotes: [{ ...quote, offered: { ...quote.offered, feeFen: 1 } }] },
        1,
        /^CONTENT_MISMATCH: 91410100MADEM00001/,
      ],
      ['hash.json', { ...transcript, quotes: [{ ...quote, sha256: 'a'.repeat(64) }] }, 1, /^HASH_MISMATCH/],
      ['key.json', { ...transcript, platform: { ...transcript.platform, identity: other } }, 1, /^KEY_MISMATCH: platform/],
      ['twice.json', { ...transcript, quotes: [quote, { ...quote, uscc: '91410100MADEM00002' }] }, 1, /HASH_TWICE/],
      ['early.json', { ...transcript, openedAt: '2026-11-05T09:59:59.999Z' }, 1, /^OPENED_EARLY/],
      ['extra.json', { ...transcript, note: 'x' }, 2, /note/],
      ['text.json', 'no record', 2, /./],
    ]
    for (const [name, content, code, says] of tried) {
      const answer = await run('verify-opening-command', [file(name, content)])
      expect([name, answer.code]).toEqual([name, code])
      expect(answer.out).toMatch(says)
    }
  }, 60_000)
})

describe('npm run supervisor-key', () => {
  it('makes keys that its other half unlocks with the passphrase alone', async () => {
    const phrase = 'vier unverwandte worte hier'
    const made = await run('supervisor-key-command', ['new', '1'], `${phrase}\n${phrase}\n`)
    const [key] = JSON.parse(made.out) as { recipient: string; wrappedIdentity: string }[]
    const locked = file('one.key.age', key?.wrappedIdentity)
    expect(made.out + made.error).not.toContain('AGE-SECRET-KEY')
    const right = await run('supervisor-key-command', ['unwrap', locked], `${phrase}\n`)
    expect(await recipientOf(right.out.trim())).toBe(key?.recipient)
    const wrong = await run('supervisor-key-command', ['unwrap', locked], 'another one entirely\n')
    expect([wrong.code, wrong.out]).toEqual([1, ''])
  }, 60_000)

  it('refuses a short passphrase, and two that differ', async () => {
    expect(await run('supervisor-key-command', ['new', '1'], 'short\nshort\n')).toMatchObject({ code: 1, out: '' })
    expect(await run('supervisor-key-command', ['new', '1'], 'long enough for this\nnot the same at all\n')).toMatchObject({
      code: 1,
      out: '',
    })
  }, 60_000)

  it('takes what the standard tool wraps with another cost', async () => {
    const identity = await createIdentity()
    const locked = file('other.key.age', await wrapUnder('a passphrase of some length', `# created\n${identity}`, 15))
    const { out } = await run('supervisor-key-command', ['unwrap', locked], 'a passphrase of some length\n')
    expect(out.trim().split('\n').at(-1)).toBe(identity)
  }, 60_000)
})
