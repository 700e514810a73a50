import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPool } from '#prisma/pool.ts'

// The baseline: nothing but node:http and pg, the same row by the same unique key, sent as JSON.
const pool = createPool(process.argv[2] ?? '')
const text = `SELECT s."id" AS "subjectId", s."kind"::text AS "kind", s."name", c."grade", c."score", c."missCount", c."lists", c."bars", c."ruleSetVersion", c."version"
      FROM "Subject" s LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id" WHERE s."uscc" = $1`

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const { variables } = JSON.parse(body) as { variables: { code: string } }
    pool.query({ name: 'standing', text, values: [variables.code] }).then(
      ({ rows }) => {
        const answer = JSON.stringify(rows[0] ?? null)
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) }).end(answer)
      },
      () => response.writeHead(500).end(),
    )
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit(0))
