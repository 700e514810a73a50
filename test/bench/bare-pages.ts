import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPool } from '#prisma/pool.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'

// The baseline of the page bench: the same search and the same facts by two hand-written statements, put into a template string. No
// framework, no API, no translations, no choosability: what is left when everything but finding and reading is taken away.
const pool = createPool(process.argv[2] ?? '')
const search = createPostgresSearch(pool)
const day = new Date().toISOString().slice(0, 10)

const facts = `SELECT i."id", s."uscc", s."name", i."address", c."grade", c."score", c."explanation",
  (SELECT jsonb_agg(jsonb_build_object('item', t."nameZh", 'fee', o."feeFen", 'days', o."promisedWorkingDays"))
    FROM "ServiceOffering" o JOIN "ServiceItem" t ON t."code" = o."serviceItemCode" WHERE o."intermediaryId" = i."id") AS offers,
  (SELECT jsonb_agg(p."title") FROM "Practitioner" p WHERE p."intermediaryId" = i."id") AS people
  FROM "Intermediary" i JOIN "Subject" s ON s."id" = i."subjectId" LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id"`

async function page(url: URL): Promise<string> {
  const uscc = /^\/intermediaries\/(\w+)$/.exec(url.pathname)?.[1]
  if (uscc) {
    const { rows } = await pool.query(`${facts} WHERE s."uscc" = $1`, [uscc])
    return `<!doctype html><title>${uscc}</title><pre>${JSON.stringify(rows[0])}</pre>`
  }
  const { ids, ...rest } = await search.searchIntermediaries({
    text: url.searchParams.get('q') ?? '',
    serviceItemCodes: url.searchParams.getAll('item'),
    divisionCodes: url.searchParams.getAll('division'),
    grades: [],
    feeFromFen: null,
    feeToFen: null,
    isOfferingAll: false,
    minDays: null,
    maxDays: null,
    isChoosableOnly: false,
    sort: 'RELEVANCE',
    day,
    page: 1,
    limit: 20,
  })
  const { rows } = await pool.query<{ name: string }>(`${facts} WHERE i."id" = ANY($1::uuid[])`, [ids])
  return `<!doctype html><title>search</title><pre>${JSON.stringify(rest)}</pre>${rows.map((row) => `<article>${JSON.stringify(row)}</article>`).join('')}`
}

const server = createServer((request, response) => {
  page(new URL(request.url ?? '/', 'http://localhost')).then(
    (html) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html),
    () => response.writeHead(500).end(),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit(0))
