import { Decrypter, armor } from 'age-encryption'
import { checkOpening } from '#domain/selection/opening-transcript.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { sha256 } from '@noble/hashes/sha2.js'
import { hashOf } from '#services/selection/age-sealing.ts'
import { openQuotes } from '#services/selection/open-quotes.ts'
import { openingTools } from '#services/selection/opening-tools.ts'
import { releaseShare } from '#services/selection/release-share.ts'
import { contextOf } from '../factories/people.ts'
import { createRound, createSupervisor, sealed, sealedTimes } from '../factories/sealing.ts'
import { openBenchDatabase } from './bench-database.ts'

/** Bidders of one selection. */
const QUOTES = Number(process.argv[3] ?? 1000)
const seconds = (since: number) => Math.round(performance.now() - since) / 1000

const bench = await openBenchDatabase('opening', 0, () => undefined)
try {
  const { platform } = bench
  const body = await createSupervisor(platform, 1)
  const round = await createRound(platform, body, QUOTES, { ceilingFen: null })
  const data = []
  for (const [index, bidder] of round.bidders.entries()) {
    const plan = '现场踏勘、监测、编制报告表，专家评审后修改定稿。'.repeat(20)
    const ciphertext = await sealed(round, bidder, { feeFen: 1_000_000 + ((index * 7_919) % 500_000), plan })
    const receipt = { sha256: hashOf(ciphertext), receivedAt: new Date(sealedTimes.open), submittedById: bidder.signUpId }
    data.push({ signUpId: bidder.signUpId, sequence: 1, ciphertext, ...receipt, isSealedByBidder: true })
  }
  await platform.prisma.sealedQuote.createMany({ data })
  await platform.prisma.selection.update({ where: { id: round.id }, data: { state: 'CLOSED', closedAt: new Date(sealedTimes.closes) } })
  const { supervisorKeyId: id } = await platform.prisma.sealing.findUniqueOrThrow({ where: { selectionId: round.id } })
  const identity = body.identities.get(round.recipients.supervisor) ?? ''
  await releaseShare(body.officer(sealedTimes.opens), { clientMutationId: 'bench', id, identity })
  await bench.pool.query('VACUUM ANALYZE')

  const began = performance.now()
  await openQuotes(contextOf(platform, sealedTimes.opens), round.id)
  const openingSeconds = seconds(began)

  const { transcript } = await platform.prisma.sealing.findUniqueOrThrow({ where: { selectionId: round.id } })
  const record = transcript as unknown as OpeningTranscript
  const opened = await platform.prisma.openedQuote.count({ where: { selectionId: round.id, feeFen: { not: null } } })
  if (opened !== QUOTES) throw new Error(`${opened} of ${QUOTES} quotes were opened`)

  const checking = performance.now()
  const faults = await checkOpening(record, openingTools)
  const checkSeconds = seconds(checking)
  if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 3)))

  // The library as its documentation shows it: a text for each identity, one quote after the other, and nothing written down.
  const baseline = performance.now()
  for (const { ciphertext } of record.quotes) {
    const [outer, inner] = [new Decrypter(), new Decrypter()]
    outer.addIdentity(record.platform.identity)
    inner.addIdentity(record.supervisor.identity)
    const text = await inner.decrypt(await outer.decrypt(armor.decode(ciphertext)), 'text')
    sha256(new TextEncoder().encode(text))
  }
  const baselineSeconds = seconds(baseline)
  const ratio = Math.round((openingSeconds / baselineSeconds) * 100) / 100
  console.log(JSON.stringify({ bench: 'opening', n: QUOTES, openingSeconds, checkSeconds, baselineSeconds, ratio, targetSeconds: 2 }))
} finally {
  await bench.close()
}
