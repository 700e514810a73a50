import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '#prisma/pool.ts'
import { createPrisma } from '#prisma/client.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { cloneDatabase } from '../../setup/database.ts'
import type { TestDatabase } from '../../setup/database.ts'

let database: TestDatabase
let admin: Client
beforeAll(async () => {
  database = await cloneDatabase()
  admin = new Client({ connectionString: database.ownerUrl })
  await admin.connect()
  await admin.query(`ALTER DATABASE "${new URL(database.url).pathname.slice(1)}" SET timezone TO 'Asia/Shanghai'`)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

test('with the server at Asia/Shanghai an instant is stored as it is, by Prisma and by pg alike', async () => {
  const pool = createPool(database.url)
  const prisma = createPrisma(pool)
  const at = new Date('2026-11-20T16:30:00.123Z')
  try {
    const { id } = await prisma.auditEvent.create({
      data: { at, actorName: 'x', actorRoles: [], action: 'probe', entity: 'Probe', entityId: '1', requestId: 'x' },
    })
    const probe = 'SELECT "at", extract(epoch FROM "at") * 1000 AS ms FROM "AuditEvent" WHERE "id" = $1'
    const { rows } = await pool.query<{ at: Date; ms: string }>(probe, [id])
    expect([rows[0]?.at, Number(rows[0]?.ms)]).toEqual([at, at.getTime()])
    expect((await prisma.auditEvent.findUniqueOrThrow({ where: { id } })).at).toEqual(at)
    const raw = await prisma.$queryRaw<{ at: Date }[]>`SELECT "at" FROM "AuditEvent" WHERE "at" = ${at}`
    expect(raw.map((row) => row.at)).toEqual([at])

    // A session as psql opens it, at Shanghai time, sees the same instant.
    await using(database.url, async (psql) => {
      const seen = await psql.query<{ zone: string; text: string }>(
        `SELECT current_setting('timezone') AS zone, "at"::text AS text FROM "AuditEvent" WHERE "id" = $1`,
        [id],
      )
      expect(seen.rows).toEqual([{ zone: 'Asia/Shanghai', text: '2026-11-21 00:30:00.123+08' }])
    })
  } finally {
    await prisma.$disconnect()
    await pool.end()
  }
})

test('a calendar day stays the day it is', async () => {
  const pool = createPool(database.url)
  const prisma = createPrisma(pool)
  try {
    await prisma.calendarDate.create({ data: { date: toDbDay('2031-01-01'), kind: 'HOLIDAY', nameZh: '元旦', sourceNotice: 'probe' } })
    expect(fromDbDay((await prisma.calendarDate.findUniqueOrThrow({ where: { date: toDbDay('2031-01-01') } })).date)).toBe('2031-01-01')
    const { rows } = await pool.query<{ text: string }>(`SELECT "date"::text AS text FROM "CalendarDate" WHERE "sourceNotice" = 'probe'`)
    expect(rows).toEqual([{ text: '2031-01-01' }])
  } finally {
    await prisma.$disconnect()
    await pool.end()
  }
})

async function using(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
