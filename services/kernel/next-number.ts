import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from './run-use-case.ts'

/**
 * Kinds of numbered things. Legal documents are numbered without gaps within the year (one row per kind and year, locked until
 * commit); records that windows make by the thousand take a sequence, which may have gaps but never makes anyone wait.
 */
const kinds = {
  ENGAGEMENT: { prefix: 'XQ', isGapless: false },
  APPROVAL_CASE: { prefix: 'BJ', isGapless: false },
  CHECK_RECEIPT: { prefix: 'HC', isGapless: false },
  COMMITMENT: { prefix: 'CN', isGapless: false },
  ENTRY_APPLICATION: { prefix: 'RZ', isGapless: false },
  ENTRY_OBJECTION: { prefix: 'YY', isGapless: false },
  REGISTER_CHANGE: { prefix: 'BG', isGapless: false },
  VIOLATION_CASE: { prefix: 'AJ', isGapless: true },
  ADVANCE_NOTICE: { prefix: 'GZ', isGapless: true },
  DECISION: { prefix: 'JD', isGapless: true },
  LIST_ENTRY: { prefix: 'MD', isGapless: true },
  CATALOGUE_CHANGE: { prefix: 'QD', isGapless: true },
  ALERT: { prefix: 'YJ', isGapless: false },
  DEMAND_REPORT: { prefix: 'JB', isGapless: false },
  IMPORT_RUN: { prefix: 'DR', isGapless: false },
  SELECTION: { prefix: 'XX', isGapless: false },
  SELECTION_OBJECTION: { prefix: 'XY', isGapless: false },
  PRESELECTION_POOL: { prefix: 'YX', isGapless: false },
  DISPUTE: { prefix: 'ZY', isGapless: false },
  HEARING: { prefix: 'TZ', isGapless: true },
  HEARING_NOTICE: { prefix: 'TT', isGapless: true },
  APPEAL: { prefix: 'SS', isGapless: false },
  APPEAL_DECISION: { prefix: 'SJ', isGapless: true },
  CREDIT_REPAIR: { prefix: 'XF', isGapless: false },
  REPAIR_DECISION: { prefix: 'XJ', isGapless: true },
  DELISTING: { prefix: 'YC', isGapless: true },
  DATA_OBJECTION: { prefix: 'SY', isGapless: false },
  RED_LIST_NOMINATION: { prefix: 'HM', isGapless: false },
  RED_LIST_DECISION: { prefix: 'HJ', isGapless: true },
  RED_LIST_OBJECTION: { prefix: 'HY', isGapless: false },
  COMPLAINT: { prefix: 'TS', isGapless: false },
  ACCEPTANCE_NOTICE: { prefix: 'SL', isGapless: true },
  CORRECTION_NOTICE: { prefix: 'BZ', isGapless: true },
  NON_ACCEPTANCE_NOTICE: { prefix: 'BS', isGapless: true },
  PUBLICITY_OBJECTION: { prefix: 'GY', isGapless: false },
  VERIFICATION_PLAN: { prefix: 'CC', isGapless: false },
  VERIFICATION_TASK: { prefix: 'CR', isGapless: false },
  UNTRUE_FINDING: { prefix: 'RD', isGapless: false },
  UNTRUE_DECISION: { prefix: 'RJ', isGapless: true },
} as const

export type NumberedKind = keyof typeof kinds

/**
 * The statement that gives the next number of a kind, e.g. `XQ-2026-000412`, as "number": to be sent by itself or within the statement that
 * writes what is numbered. A number without gaps is locked until commit, and everyone who wants one of its kind waits: ask late.
 */
export function numbering(unit: UnitOfWork, kind: NumberedKind): Prisma.Sql {
  const { prefix, isGapless } = kinds[kind]
  const year = Number(shanghaiDayOf(unit.now).slice(0, 4))
  const frame = `${prefix}-${year}-`
  return isGapless
    ? Prisma.sql`
        INSERT INTO "DocumentNumber" ("kind", "year", "last") VALUES (${kind}, ${year}, 1)
        ON CONFLICT ("kind", "year") DO UPDATE SET "last" = "DocumentNumber"."last" + 1
        RETURNING ${frame}::text || to_char("last", 'FM999999999000000') AS "number"`
    : Prisma.sql`SELECT ${frame}::text || to_char(nextval('record_number'), 'FM999999999000000') AS "number"`
}

/** The next number of its kind, by a statement of its own. */
export async function nextNumber(unit: UnitOfWork, kind: NumberedKind): Promise<string> {
  const [row] = await unit.tx.$queryRaw<{ number: string }[]>(numbering(unit, kind))
  if (!row) throw new Error(`no number for ${kind}`)
  return row.number
}

/** That many numbers in ascending order, by one statement: for sweeps. */
export async function nextNumbers(unit: UnitOfWork, kind: NumberedKind, count: number): Promise<readonly string[]> {
  const { prefix, isGapless } = kinds[kind]
  const year = Number(shanghaiDayOf(unit.now).slice(0, 4))
  const rows = isGapless
    ? await unit.tx.$queryRaw<{ n: bigint }[]>`
        WITH taken AS (
          INSERT INTO "DocumentNumber" ("kind", "year", "last") VALUES (${kind}, ${year}, ${count}::int)
          ON CONFLICT ("kind", "year") DO UPDATE SET "last" = "DocumentNumber"."last" + ${count}::int RETURNING "last"::bigint AS last)
        SELECT n FROM taken, generate_series(last - ${count}::int + 1, last) AS n ORDER BY n`
    : await unit.tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('record_number') AS n FROM generate_series(1, ${count}::int)`
  return rows.map(({ n }) => `${prefix}-${year}-${String(n).padStart(6, '0')}`)
}
