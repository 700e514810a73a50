import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendOnlyTables } from '#prisma/program-grants.ts'
import { migrate, pendingMigrations } from '#prisma/migrate.ts'
import { programRole } from '#server/postgres/program-role.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

// The program's own role: rows, and nothing but rows. What it needs and lacks, every other test finds: they all run as this role.

let db: TestPlatform
beforeAll(async () => (db = await openTestPlatform()))
afterAll(() => db.close())

test('it is an ordinary role that belongs to no other', async () => {
  const { rows } = await db.pool.query(
    `SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
       (SELECT count(*)::int FROM pg_auth_members WHERE member = oid) AS memberships FROM pg_roles WHERE rolname = current_user`,
  )
  const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false }
  expect(rows).toEqual([{ rolname: programRole, ...none, memberships: 0 }])
})

const tables = [
  'AuditEvent',
  'CatalogueChangeStep',
  'OfferingVersion',
  'SelectionEvent',
  'SealedQuote',
  'ServiceReviewVersion',
  'RatingBaseline',
  'ProcedureEvent',
  'DocumentService',
]
test('the append-only tables are these', () => {
  expect(appendOnlyTables).toEqual(tables)
})

test.each(tables)('%s: it adds and reads, and can neither change a row nor get around that', async (table) => {
  const { rows } = await db.pool.query(
    `SELECT array_agg(p) AS may FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) p
     WHERE has_table_privilege($1, p) OR p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege($1, p)`,
    [`"${table}"`],
  )
  expect(rows).toEqual([{ may: ['SELECT', 'INSERT'] }])
  for (const [statement, refusal] of [
    [`ALTER TABLE "${table}" DISABLE TRIGGER ALL`, 'must be owner'],
    [`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_pkey"`, 'must be owner'],
    [`DROP TABLE "${table}"`, 'must be owner'],
    [`DROP TRIGGER "${table}_append_only" ON "${table}"`, 'must be owner'],
    [`CREATE RULE probe AS ON INSERT TO "${table}" DO INSTEAD NOTHING`, 'must be owner'],
  ] as const)
    await expect(db.pool.query(statement), statement).rejects.toThrow(refusal)
  // PostgreSQL answers this with no more than a warning.
  await db.pool.query(`GRANT DELETE ON "${table}" TO CURRENT_USER`)
  await expect(db.pool.query(`DELETE FROM "${table}"`)).rejects.toThrow('permission denied')
})

test.each([
  ['CREATE TABLE probe (n int)', 'permission denied for schema public'],
  ['CREATE FUNCTION probe() RETURNS int LANGUAGE sql RETURN 1', 'permission denied for schema public'],
  ['CREATE SCHEMA probe', 'permission denied for database'],
  ['ALTER TABLE "Subject" ADD COLUMN probe int', 'must be owner of table Subject'],
  [
    'CREATE TRIGGER probe BEFORE INSERT ON "AuditEvent" EXECUTE FUNCTION audit_event_is_append_only()',
    'permission denied for table AuditEvent',
  ],
  ['SET session_replication_role = replica', 'permission denied to set parameter'],
  ['TRUNCATE "Subject"', 'permission denied for table Subject'],
  ['UPDATE "_prisma_migrations" SET checksum = \'\'', 'permission denied for table _prisma_migrations'],
  ['DELETE FROM graphile_worker.migrations', 'permission denied for table migrations'],
  ['CREATE ROLE probe', 'permission denied to create role'],
  ["COPY (SELECT 1) TO PROGRAM 'true'", 'permission denied'],
])('it is refused: %s', async (statement, refusal) => {
  await expect(db.pool.query(statement)).rejects.toThrow(refusal)
})

test('a temporary table, for what comes in bulk, it may make; and the worker’s queue it may use', async () => {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('CREATE TEMPORARY TABLE incoming (n int) ON COMMIT DROP')
    await client.query('INSERT INTO incoming VALUES (1)')
    await client.query("SELECT graphile_worker.add_job('probe')")
    const { rows } = await client.query("SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier = 'probe'")
    expect(rows).toHaveLength(1)
    await client.query('ROLLBACK')
  } finally {
    client.release()
  }
})

describe('a start', () => {
  /** As a folder of an older release has it: nothing was ever granted to the program's role. */
  const forget = () => db.asOwner(`DROP OWNED BY ${programRole}`)

  test('gives a database of an older release its grants and loses nothing', async () => {
    await forget()
    await expect(db.pool.query('SELECT FROM "Division"')).rejects.toThrow('permission denied')
    expect(await migrate(db.ownerUrl, 'prisma/migrations', programRole)).toEqual([])
    expect((await db.pool.query('SELECT FROM "Division"')).rowCount).toBe(38)
    await db.pool.query("SELECT graphile_worker.add_job('probe')")
    expect((await db.pool.query('SELECT FROM graphile_worker.jobs')).rowCount).toBeGreaterThan(0)
  })

  test('takes back what somebody gave away', async () => {
    await db.asOwner(`GRANT ALL ON "AuditEvent" TO ${programRole}; GRANT UPDATE ("action") ON "AuditEvent" TO ${programRole}`)
    await Promise.all([1, 2].map(() => migrate(db.ownerUrl, 'prisma/migrations', programRole)))
    await expect(db.pool.query('UPDATE "AuditEvent" SET "action" = \'x\'')).rejects.toThrow('permission denied')
  })

  test('as the program’s role alone does, when nothing is left to apply', async () => {
    expect(await migrate(db.url, 'prisma/migrations')).toEqual([])
    expect(await pendingMigrations(db.pool, 'prisma/migrations')).toEqual([])
  })

  test('as the program’s role alone is told in a sentence what is missing, when something is', async () => {
    const name = '20261121000000_foundation'
    const admin = new Client({ connectionString: db.ownerUrl })
    await admin.connect()
    await admin.query('DELETE FROM _prisma_migrations WHERE migration_name = $1', [name])
    await admin.end()
    await expect(migrate(db.url, 'prisma/migrations')).rejects.toThrow(
      "This database role may not migrate (permission denied for schema public): name the owner's in MIGRATION_DATABASE_URL.",
    )
  })
})
