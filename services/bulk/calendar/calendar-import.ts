import { calendarColumns } from '#domain/bulk/columns/calendar-columns.ts'
import { fewestHolidays, isPossible } from '#domain/catalogue/calendar-notice.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ImportAtWork, ImportProcedure } from '../import-procedure.ts'

/**
 * 节假日安排: the State Council's notices, each year whole. The file takes the place of its years, so that a corrected notice can follow
 * (rulebook R8). Due days that were set before stay as they were told.
 */
export const calendarImport: ImportProcedure = {
  kind: 'CALENDAR',
  columns: calendarColumns,
  // Some forty days a year.
  mostRows: 2000,
  staging: { key: 'text', date: 'date', kind: 'text', nameZh: 'text', sourceNotice: 'text' },
  prepare: () =>
    Promise.resolve((values, note) => {
      const date = values['date'] as CalendarDay
      const kind = values['kind'] as 'HOLIDAY' | 'MAKEUP_WORKDAY'
      if (!isPossible({ date, kind })) note('date', 'WORKDAY_WORKED_IN_EXCHANGE')
      return { ...values, key: date }
    }),
  check,
  compare,
  judgeChanges: () => Promise.resolve(),
  apply,
}

async function check({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT "row", 'date', "key", 'ROW_TWICE', jsonb_build_object('firstRow', "firstRow") FROM (
      SELECT "row", "key", min("row") OVER (PARTITION BY "date") AS "firstRow" FROM import_row) r WHERE "row" > "firstRow"`
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT 0, NULL, left(min("key"), 4), 'NOTICE_INCOMPLETE', jsonb_build_object('year', left(min("key"), 4), 'fewest', ${fewestHolidays}::int,
      'holidays', count(*) FILTER (WHERE "kind" = 'HOLIDAY'))
    FROM import_row GROUP BY extract(year FROM "date") HAVING count(*) FILTER (WHERE "kind" = 'HOLIDAY') < ${fewestHolidays}`
}

async function compare({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_change
    SELECT * FROM (
      SELECT r."row", r."key", r."nameZh", d."date" IS NULL AS "isNew", array_remove(ARRAY[
        CASE WHEN r."kind" IS DISTINCT FROM d."kind"::text THEN 'kind' END,
        CASE WHEN r."nameZh" IS DISTINCT FROM d."nameZh" THEN 'nameZh' END,
        CASE WHEN r."sourceNotice" IS DISTINCT FROM d."sourceNotice" THEN 'sourceNotice' END]::text[], NULL) AS "fields"
      FROM import_row r LEFT JOIN "CalendarDate" d ON d."date" = r."date"
      UNION ALL
      SELECT 0, d."date"::text, d."nameZh", false, ARRAY['removed'] FROM "CalendarDate" d
      WHERE extract(year FROM d."date") IN (SELECT DISTINCT extract(year FROM "date") FROM import_row)
        AND NOT EXISTS (SELECT FROM import_row r WHERE r."date" = d."date")
    ) c WHERE "isNew" OR cardinality("fields") > 0`
}

async function apply({ unit }: ImportAtWork, progress: (share: number) => void): Promise<void> {
  await unit.tx.$executeRaw`DELETE FROM "CalendarDate" WHERE "date"::text IN (SELECT "key" FROM import_change)`
  await unit.tx.$executeRaw`
    INSERT INTO "CalendarDate" ("date", "kind", "nameZh", "sourceNotice")
    SELECT r."date", r."kind"::"CalendarDateKind", r."nameZh", r."sourceNotice" FROM import_row r JOIN import_change c ON c."row" = r."row"`
  progress(1)
}
