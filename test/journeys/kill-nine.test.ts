import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '#domain/access/viewer.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { createPool } from '#prisma/pool.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import { loadCalendar } from '#services/kernel/load-calendar.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { env } from '#env'
import { startApp } from '#test/setup/app.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import type { TestDatabase } from '#test/setup/database.ts'
import { ask, sessionOf } from './sign-in.ts'

const CHOICES = 100
const ACCEPTANCES = 100
const ACKNOWLEDGED_BEFORE_THE_KILL = 60

const chooseDocument = `mutation ($input: ChooseIntermediaryInput!) {
  chooseIntermediary(input: $input) { __typename ... on UserError { code facts } ... on ChooseIntermediaryPayload { engagement { number } } } }`
const openDocument = `mutation ($input: OpenCaseInput!) {
  openCase(input: $input) { __typename ... on UserError { code facts } ... on OpenCasePayload { case { number version } } } }`
const acceptDocument = `mutation ($input: AcceptCaseInput!) {
  acceptCase(input: $input) { __typename ... on UserError { code facts } ... on AcceptCasePayload { case { number state } } } }`

interface Payload {
  readonly __typename: string
  readonly code?: string
  readonly engagement?: { readonly number: string }
  readonly case?: { readonly number: string; readonly version: number }
}

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase('demo')
})
afterAll(() => database.drop())

/** Runs `work` on a connection of its own, beside the program. */
async function onDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An offering that can be chosen today, in a division it serves. */
const choosableOffering = () =>
  onDatabase(async (client) => {
    const { rows } = await client.query<{
      uscc: string
      serviceItemCode: string
      divisionCode: string
      feeFen: number
      promisedWorkingDays: number
      version: number
    }>(
      `SELECT s."uscc", o."serviceItemCode", o."divisionCodes"[1] AS "divisionCode", o."feeFen", o."promisedWorkingDays", o."version"
       FROM "ServiceOffering" o JOIN "Intermediary" i ON i."id" = o."intermediaryId" JOIN "Subject" s ON s."id" = i."subjectId"
       JOIN "SearchDocument" d ON d."intermediaryId" = i."id" JOIN "ServiceItem" n ON n."code" = o."serviceItemCode"
       WHERE i."status" = 'LISTED' AND NOT o."isWithdrawn" AND NOT n."isQualificationRequired" AND d."grade" IN ('A', 'B') LIMIT 1`,
    )
    if (!rows[0]) throw new Error('no offering to choose')
    return rows[0]
  })

describe('kill -9 in the middle of 200 concurrent writes', () => {
  it('loses nothing acknowledged, leaves nothing half done, and a retry does nothing twice', async () => {
    const { version: offeringVersion, ...offering } = await choosableOffering()
    const first = await startApp({ database })
    const applicant = await sessionOf(first.url, 'applicant')
    const officer = await sessionOf(first.url, 'officer')
    const supplementDueOn = await dueDay()
    const applicantCode = await onDatabase(
      async (client) =>
        (
          await client.query<{ uscc: string }>(
            `SELECT s."uscc" FROM "Subject" s JOIN "CreditStanding" c ON c."subjectId" = s."id" JOIN "Organisation" o ON o."subjectId" = s."id"
       WHERE o."kind" = 'ENTERPRISE' AND c."missCount" = 0 AND c."bars" = '[]' LIMIT 1`,
          )
        ).rows[0]?.uscc,
    )

    const choose = (url: string, n: number) =>
      ask<{ chooseIntermediary: Payload }>(url, applicant, chooseDocument, {
        input: { clientMutationId: `kill-choice-${n}`, ...offering, offeringVersion, projectName: `断电演练 ${n}` },
      }).then(({ chooseIntermediary }) => ({ payload: chooseIntermediary, number: chooseIntermediary.engagement?.number }))
    const accept = async (url: string, n: number) => {
      const materials = [1, 2, 3, 4, 5, 6].map((seq) => ({ seq, presence: seq === 2 ? 'MISSING' : 'PRESENT' }))
      const { openCase } = await ask<{ openCase: Payload }>(url, officer, openDocument, {
        input: {
          clientMutationId: `kill-open-${n}`,
          approvalItemCode: 'AP-TRA-003',
          applicantCode,
          projectName: `断电演练 ${n}`,
          materials,
        },
      })
      const { number } = openCase.case ?? {}
      if (!number) return { payload: openCase, number: undefined }
      const { acceptCase } = await ask<{ acceptCase: Payload }>(url, officer, acceptDocument, {
        input: {
          clientMutationId: `kill-accept-${n}`,
          number,
          version: 1,
          mode: 'TOLERANT_ACCEPTANCE',
          signerName: '陈立文',
          supplementDueOn,
        },
      })
      return { payload: acceptCase, number }
    }
    const wishes = [
      ...Array.from({ length: CHOICES }, (_, n) => (url: string) => choose(url, n)),
      ...Array.from({ length: ACCEPTANCES }, (_, n) => (url: string) => accept(url, n)),
    ]

    const acknowledged = new Map<number, string>()
    const attempts = wishes.map((wish, index) =>
      wish(first.url).then(
        ({ payload, number }) => {
          expect(payload).not.toHaveProperty('code')
          if (number) acknowledged.set(index, number)
          if (acknowledged.size === ACKNOWLEDGED_BEFORE_THE_KILL) first.process.kill('SIGKILL')
        },
        () => undefined, // the connection broke: whether it was done is what the retry finds out
      ),
    )
    await Promise.all(attempts)
    expect(acknowledged.size).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_THE_KILL)
    expect(acknowledged.size).toBeLessThan(wishes.length)

    const second = await startApp({ database })
    try {
      const answers = await Promise.all(wishes.map((wish) => wish(second.url)))
      for (const [index, { payload, number }] of answers.entries()) {
        expect(payload, JSON.stringify(payload)).not.toHaveProperty('code')
        if (acknowledged.has(index)) expect(number).toBe(acknowledged.get(index))
      }
      expect(await counts()).toEqual({
        engagements: CHOICES,
        choiceAudits: CHOICES,
        choiceEvents: CHOICES,
        cases: ACCEPTANCES,
        commitments: ACCEPTANCES,
        receipts: ACCEPTANCES,
        openMutations: 0,
      })
    } finally {
      await second.stop()
    }
    expect(await differingStandings()).toEqual([])
  })
})

/** The fifth working day from today, well within the item's limit. */
async function dueDay(): Promise<string> {
  const pool = createPool(database.url, { max: 1 })
  const platform = await createPlatform(pool, keys)
  const due = addWorkingDays(shanghaiDayOf(platform.clock.now()), 5, await loadCalendar(platform.prisma))
  await platform.prisma.$disconnect()
  await pool.end()
  if (!due.ok) throw new Error('the calendar of this year is not loaded')
  return due.value
}

const keys = {
  // The rehearsal clock stands in the database, on a day whose calendar is loaded.
  isSandbox: true,
  identityKey: env.IDENTITY_KEY,
  identityHashKey: env.IDENTITY_HASH_KEY,
  receiptSigningKey: env.RECEIPT_SIGNING_KEY,
  files: createFileStore(env),
}

/** What stands in the database of this rehearsal; every number counts whole acts only. */
const counts = () =>
  onDatabase(async (client) => {
    const count = async (sql: string) => Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]?.n)
    const ours = `"projectName" LIKE '断电演练%'`
    const engagement = `(SELECT "id"::text FROM "Engagement" WHERE ${ours})`
    return {
      engagements: await count(`"Engagement" WHERE ${ours}`),
      choiceAudits: await count(`"AuditEvent" WHERE "entity" = 'Engagement' AND "entityId" IN ${engagement}`),
      choiceEvents: await count(`"OutboxEvent" WHERE "topic" = 'engagements.chosen' AND "entityId" IN ${engagement}`),
      cases: await count(`"ApprovalCase" WHERE ${ours} AND "state" = 'ACCEPTED' AND "mode" = 'TOLERANT_ACCEPTANCE'`),
      commitments: await count(`"Commitment" c JOIN "ApprovalCase" a ON a."id" = c."caseId" WHERE ${ours}`),
      receipts: await count(`"CheckReceipt" r JOIN "ApprovalCase" a ON a."checkReceiptId" = r."id" WHERE ${ours}`),
      openMutations: await count(`"ClientMutation" WHERE "clientMutationId" LIKE 'kill-%' AND "resultId" = ''`),
    }
  })

async function differingStandings() {
  const pool = createPool(database.url, { max: 4 })
  const platform = await createPlatform(pool, keys)
  const { differing } = await verifyAllStandings({ ...platform, viewer: systemViewer, requestId: 'test' })
  await platform.prisma.$disconnect()
  await pool.end()
  return differing
}
