import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FrozenPool } from '#domain/selection/pool.ts'
import type { Clock } from '#services/kernel/clock.ts'
import { UseCaseError } from '#services/kernel/use-case-error.ts'
import { signUp } from '#services/selection/sign-up.ts'
import { createOwner } from '../factories/choosing.ts'
import type { BiddingFirm } from '../factories/selecting.ts'
import { announceRound, createBiddingFirms, createReformOffice, roundTimes, sweepAt } from '../factories/selecting.ts'
import { openBenchDatabase } from './bench-database.ts'

// Sign-ups in the last second before the line, and some after it, on the program's own pool with its own transactions; the clock really runs.
// None may be lost, none may come in late: the server's clock decides, however long the queue to the database is.
const IN_TIME = Number(process.argv[3] ?? 500)
const LATE = Math.ceil(IN_TIME / 5)
const line = new Date(roundTimes.closes)
const rounded = (milliseconds: number) => Math.round(milliseconds) / 1000

/** Runs as the machine's clock does, so that the line is reached `lead` milliseconds from now. */
function clockReaching(at: Date, lead: number): Clock {
  const shift = at.getTime() - lead - Date.now()
  return { now: () => new Date(Date.now() + shift) }
}

const bench = await openBenchDatabase('signup', 0, () => undefined)
try {
  const { platform, pool } = bench
  await createReformOffice(platform)
  const owner = await createOwner(platform, roundTimes.announced)
  const round = await announceRound(owner, 'RANDOM_DRAW')
  const firms = await createBiddingFirms(platform, IN_TIME + LATE)
  await pool.query('VACUUM ANALYZE')

  const clock = clockReaching(line, 1000)
  const toLine = () => line.getTime() - clock.now().getTime()
  const began = performance.now()
  const sent = { before: 0, after: 0 }
  const sends: Promise<string>[] = []
  const send = (firm: BiddingFirm) => {
    sent[toLine() > 0 ? 'before' : 'after'] += 1
    const wish = { clientMutationId: randomUUID(), number: round.number, practitionerIds: [firm.practitionerId] }
    const written = signUp({ ...firm.staff(roundTimes.inSignUp), clock }, wish)
    const codeOf = (error: unknown) => (error instanceof UseCaseError ? error.code : String(error))
    sends.push(written.then(() => 'ACCEPTED', codeOf))
  }
  // Evenly over the second, while the first are being written; whoever is behind catches up.
  while (sends.length < IN_TIME && toLine() > 0) {
    const due = Math.min(IN_TIME, Math.ceil((IN_TIME * (1000 - toLine())) / 800))
    for (const firm of firms.slice(sends.length, due)) send(firm)
    await sleep(5)
  }
  await sleep(Math.max(0, toLine()) + 1)
  for (const firm of firms.slice(IN_TIME)) send(firm)
  const answers = await Promise.all(sends)
  const writtenSeconds = rounded(performance.now() - began)
  const afterLineSeconds = rounded(clock.now().getTime() - line.getTime())
  const accepted = answers.filter((answer) => answer === 'ACCEPTED').length
  const refusedLate = answers.filter((answer) => answer === 'SIGN_UP_CLOSED').length

  const closing = performance.now()
  await sweepAt(platform, roundTimes.frozen)
  const closingSeconds = rounded(performance.now() - closing)
  const { pool: frozen } = await platform.prisma.selection.findUniqueOrThrow({ where: { id: round.id } })
  const places = (frozen as unknown as FrozenPool).places
  const late = places.filter(({ signedUpAt }) => signedUpAt >= line.toISOString()).length
  if (sent.before < IN_TIME) throw new Error(`only ${sent.before} of ${IN_TIME} could be sent before the line: the machine is too busy`)
  if (accepted !== sent.before || refusedLate !== sent.after || places.length !== sent.before || late > 0) {
    throw new Error(JSON.stringify({ sent, accepted, refusedLate, inPool: places.length, late, answers: [...new Set(answers)] }))
  }

  // The same rows on the same pool without rules, audit, timeline and outbox.
  const baseline = performance.now()
  await Promise.all(
    firms.slice(0, IN_TIME).map(async ({ intermediaryId, offeringId }) => {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        await client.query('SELECT 1 FROM "Selection" WHERE "id" = $1 FOR SHARE', [round.id])
        await client.query('CREATE TEMP TABLE IF NOT EXISTS "bare" ("selection" uuid, "firm" uuid, "offering" uuid, "at" timestamptz)')
        await client.query('INSERT INTO "bare" VALUES ($1, $2, $3, now())', [round.id, intermediaryId, offeringId])
        await client.query('COMMIT')
      } finally {
        client.release()
      }
    }),
  )
  const baselineSeconds = rounded(performance.now() - baseline)
  console.log(
    JSON.stringify({
      bench: 'signup',
      ...{ sentBeforeLine: sent.before, accepted, lost: sent.before - places.length, sentAfterLine: sent.after, acceptedLate: late },
      ...{ writtenSeconds, lastWrittenAfterLineSeconds: afterLineSeconds, closingDelaySeconds: 90, closingSeconds, baselineSeconds },
      ratio: Math.round((writtenSeconds / baselineSeconds) * 100) / 100,
    }),
  )
} finally {
  await bench.close()
}
