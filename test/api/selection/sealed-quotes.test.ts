import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOpening } from '#domain/selection/opening-transcript.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { createIdentity, hashOf, recipientOf, sealTwice, unwrapUnder } from '#services/selection/age-sealing.ts'
import { depositSupervisorKeys } from '#services/selection/deposit-supervisor-keys.ts'
import { openingTools } from '#services/selection/opening-tools.ts'
import { openQuotes } from '#services/selection/open-quotes.ts'
import { releaseShare } from '#services/selection/release-share.ts'
import { submitQuote } from '#services/selection/submit-quote.ts'
import { withdrawSupervisorKey } from '#services/selection/withdraw-supervisor-key.ts'
import { contextOf } from '#test/factories/people.ts'
import { createRound, createSupervisor, makeKey, passphrase, sealed, sealedTimes } from '#test/factories/sealing.ts'
import type { Bidder, SealedRound, SupervisingBody } from '#test/factories/sealing.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const { open, closes, opens, graceEnds } = sealedTimes
let test: TestPlatform
let body: SupervisingBody

beforeAll(async () => {
  test = await openTestPlatform()
  body = await createSupervisor(test.platform, 12)
})
afterAll(() => test.close())

const round = (bidders: number, changes: Parameters<typeof createRound>[3] = {}) => createRound(test.platform, body, bidders, changes)
const send = (to: SealedRound, bidder: Bidder, ciphertext: string, at: string = open) =>
  submitQuote(bidder.staff(at), { clientMutationId: randomUUID(), selectionNumber: to.number, ciphertext })
const sendPlain = (to: SealedRound, bidder: Bidder, plain: { feeFen: number; workingDays: number; plan: string }) =>
  submitQuote(bidder.staff(open), { clientMutationId: randomUUID(), selectionNumber: to.number, plain })
const close = ({ id }: SealedRound) =>
  test.platform.prisma.selection.update({ where: { id }, data: { state: 'CLOSED', closedAt: new Date(closes) } })
const keyOf = async ({ id }: SealedRound) =>
  (await test.platform.prisma.sealing.findUniqueOrThrow({ where: { selectionId: id } })).supervisorKeyId
const release = async (of: SealedRound, at: string = opens, identity = body.identities.get(of.recipients.supervisor) ?? '') =>
  releaseShare(body.officer(at), { clientMutationId: randomUUID(), id: await keyOf(of), identity })
const sweep = ({ id }: SealedRound, at: string = opens) => openQuotes(contextOf(test.platform, at), id)
const stored = ({ id }: SealedRound) => test.platform.prisma.selection.findUniqueOrThrow({ where: { id }, include: { sealing: true } })
const transcriptOf = async (of: SealedRound) => (await stored(of)).sealing?.transcript as unknown as OpeningTranscript
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index]
  if (found === undefined) throw new Error(`nothing at ${index}`)
  return found
}

describe('keys in stock', () => {
  it('are taken oldest first, one for each selection, and stay when taken', async () => {
    const [one, two] = [await round(0), await round(0)]
    expect(one.recipients.supervisor).not.toBe(two.recipients.supervisor)
    expect(one.recipients.platform).not.toBe(two.recipients.platform)
    await expect(withdrawSupervisorKey(body.officer(open), { clientMutationId: randomUUID(), id: await keyOf(one) })).rejects.toMatchObject(
      {
        code: 'KEY_IN_USE',
      },
    )
  })

  it('without one nothing is announced; two announcements at once never share the last', async () => {
    const other = await createSupervisor(test.platform, 1)
    const tries = await Promise.allSettled([1, 2].map(() => createRound(test.platform, other, 0)))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'NO_SUPERVISOR_KEY' } })
  })

  it('come wrapped: the officer’s passphrase opens them, an unwrapped or cheaply wrapped one is refused', async () => {
    const row = await test.platform.prisma.supervisorKey.findFirstOrThrow({ where: { organisationId: body.organisationId } })
    expect(await unwrapUnder(passphrase, row.wrappedIdentity)).toBe(body.identities.get(row.recipient))
    await expect(unwrapUnder('falsch', row.wrappedIdentity)).rejects.toThrow()
    const { identity, recipient } = await makeKey()
    const bare = { recipient, wrappedIdentity: identity }
    const toSelf = { recipient, wrappedIdentity: await sealTwice(identity, { supervisor: recipient, platform: recipient }) }
    for (const key of [bare, toSelf]) {
      await expect(depositSupervisorKeys(body.officer(open), { clientMutationId: randomUUID(), keys: [key] })).rejects.toMatchObject({
        fields: [{ code: 'WRAPPED_KEY_INVALID' }],
      })
    }
  })

  it('are the body’s own: another body’s officer finds none, an administrator may not', async () => {
    const other = await createSupervisor(test.platform, 0)
    const mine = await test.platform.prisma.supervisorKey.findFirstOrThrow({
      where: { organisationId: body.organisationId, sealing: null },
    })
    const wish = () => ({ clientMutationId: randomUUID(), id: mine.id })
    await expect(withdrawSupervisorKey(other.officer(open), wish())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const administrator = contextOf(test.platform, open, { roles: ['ADMINISTRATOR'], organisationId: body.organisationId })
    await expect(withdrawSupervisorKey(administrator, wish())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a sealed quote', () => {
  it('is receipted by its hash, replaced until the line, all ciphertexts kept; at the line it is late', async () => {
    const of = await round(1)
    const bidder = at(of.bidders, 0)
    const [first, second] = [await sealed(of, bidder), await sealed(of, bidder, { feeFen: 1_400_000 })]
    await send(of, bidder, first)
    await send(of, bidder, second, '2026-11-05T08:59:59.999Z')
    await expect(send(of, bidder, await sealed(of, bidder), closes)).rejects.toMatchObject({ code: 'QUOTES_CLOSED' })
    const kept = await test.platform.prisma.sealedQuote.findMany({ where: { signUpId: bidder.signUpId }, orderBy: { sequence: 'asc' } })
    expect(kept.map(({ sequence, sha256, isSealedByBidder }) => [sequence, sha256, isSealedByBidder])).toEqual([
      [1, hashOf(first), true],
      [2, hashOf(second), true],
    ])
    await expect(test.platform.prisma.sealedQuote.updateMany({ data: { ciphertext: first } })).rejects.toThrow()
  })

  it('is refused where it is no age file, too long, known already, or comes from who did not sign up', async () => {
    const of = await round(2)
    const [one, two] = [at(of.bidders, 0), at(of.bidders, 1)]
    const ciphertext = await sealed(of, one)
    await send(of, one, ciphertext)
    // The same ciphertext with other line ends is the same quote.
    await expect(send(of, two, ciphertext.replaceAll('\n', '\r\n'))).rejects.toMatchObject({ code: 'QUOTE_KNOWN' })
    for (const text of [
      '报价 15000 元',
      '-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----\n',
      (await makeKey()).wrappedIdentity,
    ]) {
      await expect(send(of, two, text)).rejects.toMatchObject({ fields: [{ path: 'ciphertext', code: 'NOT_SEALED' }] })
    }
    await expect(send(of, two, 'A'.repeat(40_001))).rejects.toMatchObject({ fields: [{ path: 'ciphertext', code: 'TOO_BIG' }] })
    const stranger = {
      ...two,
      staff: (when: string) => contextOf(test.platform, when, { roles: ['INTERMEDIARY'], subjectId: randomUUID() }),
    }
    await expect(send(of, stranger, ciphertext)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('sealed on arrival is marked so, keeps no trace of the figures, and is refused over the ceiling', async () => {
    const of = await round(1)
    const bidder = at(of.bidders, 0)
    const plain = { feeFen: 1_234_567, workingDays: 17, plan: '唯一的服务方案文字' }
    await expect(sendPlain(of, bidder, { ...plain, feeFen: 2_000_001 })).rejects.toMatchObject({ code: 'QUOTE_OVER_CEILING' })
    const id = await sendPlain(of, bidder, plain)
    expect(await test.platform.prisma.sealedQuote.findUniqueOrThrow({ where: { id } })).toMatchObject({ isSealedByBidder: false })
    const { rows } = await test.pool.query<{ found: number }>(
      `SELECT count(*)::int AS found FROM (SELECT row_to_json(a)::text AS t FROM "AuditEvent" a UNION ALL SELECT row_to_json(m)::text FROM "ClientMutation" m
       UNION ALL SELECT row_to_json(e)::text FROM "SelectionEvent" e UNION ALL SELECT row_to_json(q)::text FROM "SealedQuote" q) x
       WHERE t LIKE '%1234567%' OR t LIKE '%唯一的服务方案文字%'`,
    )
    expect(rows).toEqual([{ found: 0 }])
  })
})

describe('the opening', () => {
  it('reads all quotes at once, the last of each; its transcript opens again, and any change in it is found', async () => {
    const of = await round(4)
    const [one, two, three, four] = [0, 1, 2, 3].map((index) => at(of.bidders, index)) as [Bidder, Bidder, Bidder, Bidder]
    await send(of, one, await sealed(of, one, { feeFen: 1_900_000 }))
    await send(of, one, await sealed(of, one, { feeFen: 1_800_000 }))
    await send(of, two, await sealed(of, two, { feeFen: 1_700_000 }))
    await sendPlain(of, three, { feeFen: 1_000_000, workingDays: 25, plan: '简' })
    await send(of, four, await sealed(of, four))
    await test.platform.prisma.signUp.update({ where: { id: four.signUpId }, data: { state: 'WITHDRAWN' } })
    await close(of)
    await release(of)
    await sweep(of)
    await sweep(of)
    const quotes = await test.platform.prisma.openedQuote.findMany({ where: { selectionId: of.id } })
    expect(new Map(quotes.map(({ signUpId, feeFen }) => [signUpId, feeFen]))).toEqual(
      new Map([
        [one.signUpId, 1_800_000],
        [two.signUpId, 1_700_000],
        [three.signUpId, 1_000_000],
      ]),
    )
    expect(await stored(of)).toMatchObject({ state: 'OPENED', sealing: { state: 'OPENED', platformIdentityCipher: null } })
    const transcript = await transcriptOf(of)
    expect(transcript.quotes.map(({ uscc }) => uscc)).toEqual([one.uscc, two.uscc, three.uscc].sort())
    expect(await checkOpening(transcript, openingTools)).toEqual([])
    const forged = {
      ...transcript,
      quotes: transcript.quotes.map((quote) =>
        quote.uscc === two.uscc ? { ...quote, offered: { feeFen: 1, workingDays: 20, plan: '' } } : quote,
      ),
    }
    expect(await checkOpening(forged, openingTools)).toEqual([{ code: 'CONTENT_MISMATCH', of: two.uscc }])
    const events = await test.platform.prisma.selectionEvent.findMany({ where: { selectionId: of.id }, orderBy: { id: 'asc' } })
    expect(events.map(({ kind }) => kind)).toEqual([
      'SEALING_PREPARED',
      ...Array.from({ length: 5 }, () => 'QUOTE_RECEIVED'),
      ...['SHARE_RELEASED', 'OPENED', 'EXPLANATION_ASKED'],
    ])
  })

  it('excludes what is over the ceiling, too slow, malformed, another selection’s, another firm’s, sealed to others, or not there, each told why', async () => {
    const of = await round(8)
    const elsewhere = await round(1)
    const bidder = (index: number) => at(of.bidders, index)
    const stranger = await recipientOf(await createIdentity())
    const foreign = { ...elsewhere, bidders: [], recipients: of.recipients }
    await send(of, bidder(0), await sealed(of, bidder(0), { feeFen: 2_000_001 }))
    await send(of, bidder(1), await sealed(of, bidder(1), { workingDays: 31 }))
    await send(of, bidder(2), await sealTwice('{"feeFen": "1"}', of.recipients))
    await send(of, bidder(3), await sealed(foreign, bidder(3)))
    await send(of, bidder(4), await sealed(of, bidder(0)))
    await send(of, bidder(5), await sealTwice('{}', { supervisor: of.recipients.supervisor, platform: stranger ?? '' }))
    await send(of, bidder(7), await sealed(of, bidder(7)))
    await close(of)
    await release(of)
    await sweep(of)
    const signUps = await test.platform.prisma.signUp.findMany({ where: { selectionId: of.id } })
    const told = new Map(signUps.map(({ id, state, exclusion }) => [id, [state, (exclusion as { code: string } | null)?.code]]))
    expect(of.bidders.map(({ signUpId }) => told.get(signUpId))).toEqual([
      ['EXCLUDED', 'QUOTE_OVER_CEILING'],
      ['EXCLUDED', 'QUOTE_OVER_TIME'],
      ['EXCLUDED', 'QUOTE_MALFORMED'],
      ['EXCLUDED', 'QUOTE_OF_OTHER_SELECTION'],
      ['EXCLUDED', 'QUOTE_OF_OTHER_FIRM'],
      ['EXCLUDED', 'QUOTE_UNREADABLE'],
      ['EXCLUDED', 'NO_QUOTE'],
      ['ACTIVE', undefined],
    ])
    expect(await checkOpening(await transcriptOf(of), openingTools)).toEqual([])
  })

  it('leaves behind what was handed in before a withdrawal, even if the firm signs up again', async () => {
    const of = await round(1)
    const bidder = at(of.bidders, 0)
    await send(of, bidder, await sealed(of, bidder, { feeFen: 1_100_000 }))
    await test.platform.prisma.signUp.update({ where: { id: bidder.signUpId }, data: { signedUpAt: new Date('2026-11-04T02:00:00Z') } })
    await expect(release(of)).rejects.toMatchObject({ code: 'RELEASE_TOO_EARLY' })
    await close(of)
    await release(of)
    await sweep(of)
    expect(await test.platform.prisma.signUp.findUniqueOrThrow({ where: { id: bidder.signUpId } })).toMatchObject({
      exclusion: { code: 'NO_QUOTE' },
    })
  })

  it('waits for its time, for the closing, and for the right key', async () => {
    const of = await round(1)
    await send(of, at(of.bidders, 0), await sealed(of, at(of.bidders, 0)))
    await expect(release(of, opens)).rejects.toMatchObject({ code: 'RELEASE_TOO_EARLY' })
    await close(of)
    await expect(release(of, '2026-11-05T09:59:59.999Z')).rejects.toMatchObject({ code: 'RELEASE_TOO_EARLY' })
    await expect(release(of, opens, await createIdentity())).rejects.toMatchObject({ fields: [{ code: 'IDENTITY_MISMATCH' }] })
    await sweep(of, '2026-11-06T09:59:59.999Z')
    expect(await stored(of)).toMatchObject({ state: 'CLOSED', sealing: { state: 'SEALED' } })
  })

  it('is given up when the share does not come: keys destroyed, an alert, the round fails; a late share opens nothing', async () => {
    const of = await round(1)
    await send(of, at(of.bidders, 0), await sealed(of, at(of.bidders, 0)))
    await close(of)
    await sweep(of, graceEnds)
    await sweep(of, graceEnds)
    expect(await stored(of)).toMatchObject({
      ...{ state: 'FAILED', failure: { code: 'SHARE_NOT_RELEASED' } },
      sealing: { state: 'ABANDONED', platformIdentityCipher: null, platformIdentity: null, transcript: null },
    })
    expect(await test.platform.prisma.alert.findMany({ where: { sourceId: of.id } })).toMatchObject([
      { kind: 'SHARE_NOT_RELEASED', level: 'RED', organisationId: body.organisationId },
    ])
    await expect(release(of, '2026-11-06T10:00:01Z')).rejects.toMatchObject({ code: 'RELEASE_TOO_LATE' })
    expect(await test.platform.prisma.openedQuote.count({ where: { selectionId: of.id } })).toBe(0)
  })
})

describe('hints at an agreement', () => {
  it('raise one alert each and exclude nobody', async () => {
    const more = await createSupervisor(test.platform, 1)
    const of = await createRound(test.platform, more, 2)
    for (const bidder of of.bidders) await send(of, bidder, await sealed(of, bidder, { feeFen: 1_111_111 }))
    await test.platform.prisma.signUp.updateMany({ where: { selectionId: of.id }, data: { networkHash: 'same' } })
    await close(of)
    const identity = more.identities.get(of.recipients.supervisor) ?? ''
    await releaseShare(more.officer(opens), { clientMutationId: randomUUID(), id: await keyOf(of), identity })
    await sweep(of)
    const alerts = await test.platform.prisma.alert.findMany({ where: { kind: 'COLLUSION_SIGNAL', sourceId: { startsWith: of.id } } })
    expect(alerts.map(({ facts }) => (facts as { signal: string }).signal).sort()).toEqual(['IDENTICAL_QUOTES', 'SAME_NETWORK'])
    expect(await test.platform.prisma.signUp.count({ where: { selectionId: of.id, state: 'ACTIVE' } })).toBe(2)
  })
})
