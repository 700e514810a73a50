import { execute } from 'graphql'
import type { ResultOf } from 'gql.tada'
import type { Pool } from 'pg'
import { ListEntriesDocument } from '#app/features/listings/list-documents.server.ts'
import { anonymous } from '#domain/access/viewer.ts'
import { MOST_COUNTED } from '#domain/listings/list-entry.ts'
import { schema } from '#graphql/schema.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import { openBenchDatabase, percentile } from './bench-database.ts'
import { fillLists } from './list-data.ts'

// Pages of the public lists through the API, as the pages ask for them (20 rows with count, marks, parties, violations), against plain SQL of
// the same page and count: one query each, no visibility of marks, no GraphQL.
// npm run bench -- list [ENTRIES]
const ENTRIES = Number(process.argv[3] ?? 100_000)
const ROUNDS = 20
const TODAY = '2026-11-20'
const say = (line: string) => console.log(line)

type Filter = NonNullable<Parameters<typeof variablesOf>[0]>
type Page = ResultOf<typeof ListEntriesDocument>['listEntries']

/** What readers ask for, each with the conditions of its plain SQL. */
const questions: readonly { readonly what: string; readonly filter: Filter; readonly sql: string; readonly isSecondPage?: boolean }[] = [
  { what: 'blacklist', filter: { list: 'BLACKLIST' }, sql: '' },
  { what: 'blacklist, second page', filter: { list: 'BLACKLIST' }, sql: '', isSecondPage: true },
  { what: 'red list', filter: { list: 'RED_LIST' }, sql: '' },
  { what: 'dishonesty list', filter: { list: 'DISHONESTY' }, sql: '' },
  { what: 'severity', filter: { list: 'BLACKLIST', severity: 'SERIOUS' }, sql: `AND e."severity" = 'SERIOUS'` },
  { what: 'name', filter: { list: 'BLACKLIST', text: '嵩山检测' }, sql: `AND s."name" ILIKE '%嵩山检测%'` },
  { what: 'name of two characters', filter: { list: 'BLACKLIST', text: '嵩山' }, sql: `AND s."name" ILIKE '%嵩山%'` },
  { what: 'division', filter: { list: 'BLACKLIST', divisionCode: '410105' }, sql: `AND s."divisionCode" = '410105'` },
  {
    what: 'service item',
    filter: { list: 'BLACKLIST', serviceItemCode: 'ITEM' },
    sql: `AND EXISTS (SELECT 1 FROM "ServiceOffering" o WHERE o."intermediaryId" = s."id" AND o."serviceItemCode" = 'ITEM')`,
  },
  {
    what: 'decided in a month',
    filter: { list: 'BLACKLIST', decidedFromOn: '2026-03-01', decidedUntilOn: '2026-03-31' },
    sql: `AND e."decidedOn" BETWEEN '2026-03-01' AND '2026-03-31'`,
  },
  {
    what: 'under appeal',
    filter: { list: 'BLACKLIST', mark: 'UNDER_APPEAL' },
    sql: `AND EXISTS (SELECT 1 FROM "Appeal" a WHERE a."caseId" = e."caseId" AND a."state" IN ('FILED', 'UNDER_REVIEW'))`,
  },
  {
    what: 'not under appeal',
    filter: { list: 'BLACKLIST', mark: 'PUBLISHED' },
    sql: `AND NOT EXISTS (SELECT 1 FROM "Appeal" a WHERE a."caseId" = e."caseId" AND a."state" IN ('FILED', 'UNDER_REVIEW'))`,
  },
]

function variablesOf(
  filter: {
    readonly list: 'BLACKLIST' | 'RED_LIST' | 'DISHONESTY'
    readonly text?: string
    readonly severity?: 'SERIOUS'
    readonly divisionCode?: string
    readonly serviceItemCode?: string
    readonly decidedFromOn?: string
    readonly decidedUntilOn?: string
    readonly mark?: 'UNDER_APPEAL' | 'PUBLISHED'
  },
  after: string | null,
) {
  return { filter, first: 20, after }
}

const database = await openBenchDatabase('list', 0, say)
try {
  say(`Filling the lists with ${ENTRIES} entries …`)
  await fillLists(database.pool, ENTRIES)
  const { rows } = await database.pool.query<{ code: string }>(
    `SELECT "code" FROM "ServiceItem" WHERE "status" = 'RETAINED' ORDER BY 1 LIMIT 1`,
  )
  const item = rows[0]?.code ?? ''
  const context = {
    ...database.platform,
    clock: fixedClock(new Date(`${TODAY}T02:00:00Z`)),
    search: createPostgresSearch(database.pool),
    ...{ viewer: anonymous, requestId: 'bench', clientAddress: '127.0.0.1' },
  }
  const ask = async (filter: Filter, after: string | null = null): Promise<Page> => {
    const variableValues = variablesOf(filter.serviceItemCode ? { ...filter, serviceItemCode: item } : filter, after)
    const { data, errors } = await execute({ schema, document: ListEntriesDocument, variableValues, contextValue: context })
    if (errors?.[0]) throw errors[0]
    return (data as ResultOf<typeof ListEntriesDocument>).listEntries
  }

  const ours: number[] = []
  const plain: number[] = []
  const byQuestion: Record<string, { count: number; p50Ms: number; baselineP50Ms: number }> = {}
  for (const { what, filter, sql, isSecondPage } of questions) {
    const cursor = isSecondPage ? (await ask(filter)).pageInfo.endCursor : null
    const bare = { list: filter.list, sql: sql.replace('ITEM', item), offset: isSecondPage ? 20 : 0 }
    const [page, expected] = [await ask(filter, cursor), await plainPage(database.pool, bare)]
    // A fast wrong page proves nothing.
    const numbers = page.edges.map(({ node }) => node.number)
    if (page.totalCount !== Math.min(expected.count, MOST_COUNTED + 1) || numbers.join() !== expected.numbers.join())
      throw new Error(`${what}: other entries than plain SQL`)
    const times = { ours: [] as number[], plain: [] as number[] }
    for (let round = 0; round < ROUNDS; round += 1) {
      times.ours.push(await took(() => ask(filter, cursor)))
      times.plain.push(await took(() => plainPage(database.pool, bare)))
    }
    ours.push(...times.ours)
    plain.push(...times.plain)
    byQuestion[what] = { count: page.totalCount, p50Ms: percentile(times.ours, 0.5), baselineP50Ms: percentile(times.plain, 0.5) }
    say(`${what}: ${JSON.stringify(byQuestion[what])}`)
  }
  const figures = (times: readonly number[]) => ({ p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) })
  const rssMb = Math.round(process.memoryUsage.rss() / 1e6)
  const baseline = { what: 'plain SQL of the same page and its count, by pg', ...figures(plain) }
  say(JSON.stringify({ bench: 'list', n: ENTRIES, ...figures(ours), rssMb, baseline, byQuestion }))
} finally {
  await database.close()
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function plainPage(pool: Pool, { list, sql, offset }: { readonly list: string; readonly sql: string; readonly offset: number }) {
  const from = `FROM "ListEntry" e JOIN "Subject" s ON s."id" = e."subjectId"
    WHERE e."list" = $1::"ListKind" AND e."status" = 'ACTIVE' AND e."fromOn" <= $2::date AND (e."untilOn" IS NULL OR e."untilOn" >= $2::date)
      AND ($1 <> 'DISHONESTY' OR s."kind" = 'ORGANISATION') ${sql}`
  const [count, page] = await Promise.all([
    pool.query<{ n: number }>(`SELECT count(*)::int AS n ${from}`, [list, TODAY]),
    pool.query<{ number: string }>(
      `SELECT e.*, s."name", s."uscc", v."nameZh" ${from.replace('WHERE', 'LEFT JOIN "ViolationCase" c ON c."id" = e."caseId" LEFT JOIN "ViolationType" v ON v."code" = c."violationCode" WHERE')}
       ORDER BY e."fromOn" DESC, e."id" DESC LIMIT 20 OFFSET ${offset}`,
      [list, TODAY],
    ),
  ])
  return { count: count.rows[0]?.n ?? 0, numbers: page.rows.map(({ number }) => number) }
}
