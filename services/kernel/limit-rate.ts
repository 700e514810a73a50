import { createHash } from 'node:crypto'
import { networkOf } from './network-of.ts'
import type { UseCaseContext } from './use-case-context.ts'
import { RefusedError } from './use-case-error.ts'

/** How often one caller may try a thing. */
export interface RateRule {
  /** Of the thing tried, in kebab-case: rules of the same name share their count. */
  readonly name: string
  readonly limit: number
  readonly windowSeconds: number
}

/**
 * Counts one try and refuses it beyond the rule's limit, for all processes on this database together. Meant for what a stranger may send
 * (sign-up, objections, complaints): one statement a try. Call it before the use case's transaction, so that a refused or failed try
 * counts too. The window begins with the first try and is measured in the database's real time, never the legal clock, which a
 * rehearsal may stop.
 * @param by whose tries are counted together: an account's e-mail, say; else the caller's network. Where nobody calls (worker, seed)
 * nothing is counted
 * @throws RefusedError TOO_MANY_TRIES with retryAfterSeconds
 */
export async function limitRate(
  { pool, clientAddress }: Pick<UseCaseContext, 'pool' | 'clientAddress'>,
  { name, limit, windowSeconds }: RateRule,
  by: string | undefined = clientAddress && networkOf(clientAddress),
): Promise<void> {
  if (by === undefined) return
  // The table is the sign-in's (better-auth), which forgets rows whose lastRequest is past: ours holds the end of the window.
  const { rows } = await pool.query<{ count: number; waitMs: number }>({
    name: 'limit-rate',
    text: `INSERT INTO "RateLimit" AS known ("id", "key", "count", "lastRequest")
           SELECT gen_random_uuid(), $1, 1, at + $2 FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at) AS now
           ON CONFLICT ("key") DO UPDATE SET
             "count" = CASE WHEN known."lastRequest" <= EXCLUDED."lastRequest" - $2 THEN 1 ELSE LEAST(known."count", $3) + 1 END,
             "lastRequest" = CASE WHEN known."lastRequest" <= EXCLUDED."lastRequest" - $2 THEN EXCLUDED."lastRequest" ELSE known."lastRequest" END
           RETURNING "count", ("lastRequest" - extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "waitMs"`,
    values: [`xinxuan:${name}:${createHash('sha256').update(by).digest('base64url')}`, windowSeconds * 1000, limit],
  })
  const [tried] = rows
  if (tried && tried.count > limit)
    throw new RefusedError({ code: 'TOO_MANY_TRIES', retryAfterSeconds: Math.max(1, Math.ceil(tried.waitMs / 1000)) })
}
