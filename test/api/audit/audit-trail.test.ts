import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute, parse } from 'graphql'
import { schema } from '#graphql/schema.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { contextOf } from '../../factories/people.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'

let db: TestPlatform
beforeAll(async () => {
  db = await openTestPlatform()
  for (const [at, action, name, entityId] of [
    ['2026-03-01T15:59:59Z', 'engagement.choose', '王芳', 'XQ-1'],
    ['2026-03-01T16:00:00Z', 'engagement.choose', '李明', 'XQ-2'],
    ['2026-03-02T15:59:59Z', 'violation.report', '王芳', 'AJ-1'],
    ['2026-03-02T16:00:00Z', 'violation.decide', '赵强', 'AJ-1'],
  ] as const) {
    const context = contextOf(db.platform, at, { roles: ['APPLICANT'], name })
    const entity = action.startsWith('engagement') ? 'Engagement' : 'ViolationCase'
    await runInTransaction(context, (unit) =>
      unit.audit({ action, entity, entityId, before: { state: null }, after: { state: 'MADE' }, basis: '003 三(三)' }),
    )
  }
})
afterAll(() => db.close())

const changes = [
  'UPDATE "AuditEvent" SET "action" = \'x\'',
  'DELETE FROM "AuditEvent"',
  'TRUNCATE "AuditEvent"',
  'TRUNCATE "AuditEvent" CASCADE',
]

test.each(changes)('a superuser is stopped by the trigger: %s', async (statement) => {
  const before = await db.platform.prisma.auditEvent.findMany()
  await expect(db.asOwner(statement)).rejects.toThrow('AuditEvent is append-only')
  expect(await db.platform.prisma.auditEvent.findMany()).toEqual(before)
})

test.each(changes)("the program's own role has not the privilege: %s", async (statement) => {
  await expect(db.pool.query(statement)).rejects.toThrow('permission denied for table AuditEvent')
})

test('where the operator names one role for both, it owns the table and still has not the privilege; it can only add and read', async () => {
  const role = `program_${randomUUID().slice(0, 8)}`
  const password = randomBytes(16).toString('hex')
  await db.asOwner(`CREATE ROLE "${role}" LOGIN PASSWORD '${password}'`)
  const url = Object.assign(new URL(db.url), { username: role, password }).href
  const program = new Client({ connectionString: url })
  try {
    // As when the program's role ran the migrations: it owns the table, and the migration took these rights from it.
    await db.asOwner(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "${role}"`)
    await db.asOwner(`ALTER TABLE "AuditEvent" OWNER TO "${role}"`)
    await program.connect()
    for (const statement of changes) await expect(program.query(statement)).rejects.toThrow('permission denied')
    await program.query(
      `INSERT INTO "AuditEvent" ("at", "actorName", "actorRoles", "action", "entity", "entityId", "requestId") VALUES (now(), 'x', '{}', 'probe', 'Probe', '1', 'x')`,
    )
    expect((await program.query('SELECT FROM "AuditEvent" WHERE "action" = \'probe\'')).rowCount).toBe(1)
  } finally {
    await program.end()
    await db.asOwner(`REASSIGN OWNED BY "${role}" TO CURRENT_USER; DROP OWNED BY "${role}"; DROP ROLE "${role}"`)
  }
})

async function ask(roles: readonly 'AUDITOR'[] | readonly 'ADMINISTRATOR'[], filter: object) {
  const document = parse(
    'query ($filter: AuditFilter) { auditEvents(filter: $filter, first: 10) { edges { node { action entityId actorName before after basis } } } }',
  )
  const contextValue = { ...contextOf(db.platform, '2026-03-03T00:00:00Z', { roles }), search: {} }
  const { data, errors } = await execute({ schema, document, contextValue, variableValues: { filter } })
  const edges = (data as { auditEvents: { edges: { node: Record<string, unknown> }[] } } | null)?.auditEvents.edges
  return { errors, events: edges?.map(({ node }) => node) ?? [] }
}
const actions = async (filter: object) =>
  (await ask(['AUDITOR'], filter)).events.map((event) => `${String(event['action'])} ${String(event['entityId'])}`)

test('an auditor reads who did what, before, after and on what basis, newest first', async () => {
  const { events } = await ask(['AUDITOR'], { entity: 'Engagement' })
  expect(events[0]).toEqual({
    action: 'engagement.choose',
    entityId: 'XQ-2',
    actorName: '李明',
    before: { state: null },
    after: { state: 'MADE' },
    basis: '003 三(三)',
  })
  expect(events).toHaveLength(2)
})

test.each([
  [{ actor: '王芳' }, ['violation.report AJ-1', 'engagement.choose XQ-1']],
  [{ action: 'violation.' }, ['violation.decide AJ-1', 'violation.report AJ-1']],
  [{ entity: 'ViolationCase', entityId: 'AJ-1', actor: '赵' }, ['violation.decide AJ-1']],
  [{ fromOn: '2026-03-02', toOn: '2026-03-02' }, ['violation.report AJ-1', 'engagement.choose XQ-2']],
  [{ toOn: '2026-03-01' }, ['engagement.choose XQ-1']],
  [{ fromOn: '2026-03-03', entity: 'ViolationCase' }, ['violation.decide AJ-1']],
])('filter %j; days are Shanghai days', async (filter, expected) => {
  expect(await actions(filter)).toEqual(expected)
})

test('nobody but an auditor', async () => {
  const { errors, events } = await ask(['ADMINISTRATOR'], {})
  expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' })
  expect(events).toEqual([])
})
