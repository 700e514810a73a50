import type { Client } from 'pg'

/**
 * What the program may add to and read, and never change: the audit trail, the steps of an adjustment, past fees, what happened in a
 * selection, sealed quotes, what a review said, the platform's published means, the course of a procedure and how its documents were served.
 */
export const appendOnlyTables = [
  'AuditEvent',
  'CatalogueChangeStep',
  'OfferingVersion',
  'SelectionEvent',
  'SealedQuote',
  'ServiceReviewVersion',
  'RatingBaseline',
  'ProcedureEvent',
  'DocumentService',
] as const

/** The worker keeps its tables in a schema of its own. */
const schemas = ['public', 'graphile_worker']
/** What only migrations write. */
const ledgers = ['_prisma_migrations', 'migrations']

interface OwnedTable {
  /** Quoted, with its schema. */
  readonly name: string
  readonly table: string
  /** The worker's tables answer to their owner alone unless a policy names somebody else. */
  readonly isClosed: boolean
}

/**
 * Gives the program's role what it needs on every table of the migrating role, and takes the rest: no table of its own making, no trigger
 * switched off, no append-only row changed. Idempotent; to be run after each migration, by one process at a time.
 * @param role the name of an ordinary role, other than the migrating one
 */
export async function grantToProgram(client: Client, role: string): Promise<void> {
  const to = client.escapeIdentifier(role)
  const { rows } = await client.query<OwnedTable>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS "name", c.relname AS "table",
       c.relrowsecurity AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND r.oid = ANY (p.polroles)) AS "isClosed"
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.rolname = $1
     WHERE n.nspname = ANY ($2) AND c.relkind IN ('r', 'v') AND pg_has_role(c.relowner, 'USAGE')`,
    [role, schemas],
  )
  const listOf = (isWanted: (table: OwnedTable) => boolean) => rows.filter(isWanted).map(({ name }) => name)
  const isLedger = ({ table }: OwnedTable) => ledgers.includes(table)
  const isAppendOnly = ({ table }: OwnedTable) => appendOnlyTables.some((name) => name === table)
  const others = listOf((table) => !isLedger(table) && !isAppendOnly(table))
  const statements = [
    `GRANT USAGE ON SCHEMA ${schemas.join(', ')} TO ${to}`,
    ...onTables('REVOKE ALL', listOf(isLedger), `FROM ${to}`),
    ...onTables('GRANT SELECT', listOf(isLedger), `TO ${to}`),
    ...onTables('REVOKE ALL', listOf(isAppendOnly), `FROM ${to}`),
    ...onTables('GRANT SELECT, INSERT', listOf(isAppendOnly), `TO ${to}`),
    // MAINTAIN lets it ANALYZE after a bulk import.
    ...onTables(`GRANT SELECT, INSERT, UPDATE, DELETE${(await knowsMaintain(client)) ? ', MAINTAIN' : ''}`, others, `TO ${to}`),
    ...schemas.map((schema) => `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${to}`),
    ...listOf(({ isClosed }) => isClosed).map((name) => `CREATE POLICY xinxuan_program ON ${name} TO ${to} USING (true) WITH CHECK (true)`),
  ]
  // All or nothing: at no moment does a running program lack a right, or have one too many.
  await client.query(`BEGIN; ${statements.join('; ')}; COMMIT`).catch(async (error: unknown) => {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  })
}

const onTables = (what: string, names: readonly string[], whom: string): string[] =>
  names.length === 0 ? [] : [`${what} ON ${names.join(', ')} ${whom}`]

/** Since PostgreSQL 17. */
async function knowsMaintain(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ knows: boolean }>("SELECT current_setting('server_version_num')::int >= 170000 AS knows")
  return rows[0]?.knows ?? false
}
