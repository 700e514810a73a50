import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
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

/** The next number of its kind, e.g. `XQ-2026-000412`. */
export async function nextNumber(unit: UnitOfWork, kind: NumberedKind): Promise<string> {
  const { prefix, isGapless } = kinds[kind]
  const year = Number(shanghaiDayOf(unit.now).slice(0, 4))
  const [row] = isGapless
    ? await unit.tx.$queryRaw<{ n: bigint }[]>`
        INSERT INTO "DocumentNumber" ("kind", "year", "last") VALUES (${kind}, ${year}, 1)
        ON CONFLICT ("kind", "year") DO UPDATE SET "last" = "DocumentNumber"."last" + 1 RETURNING "last"::bigint AS n`
    : await unit.tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('record_number') AS n`
  if (!row) throw new Error(`no number for ${kind}`)
  return `${prefix}-${year}-${String(row.n).padStart(6, '0')}`
}
