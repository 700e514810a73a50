import { z } from 'zod'
import { weekdayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { calendarDay, oneOf, requiredText } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/** The State Council's yearly notices. */
export const holidays = referenceFile({
  name: 'holidays.csv',
  columns: z.object({
    date: calendarDay,
    kind: oneOf(['HOLIDAY', 'MAKEUP_WORKDAY']),
    name_zh: requiredText,
    source_notice: requiredText,
  }),
  key: { column: 'date', of: (row) => row.date },
  check: (row) =>
    row.kind === 'MAKEUP_WORKDAY' && weekdayOf(row.date) <= 5 ? ['date', 'a make-up working day falls on a weekend'] : undefined,
  async save(tx, rows) {
    // A year's notice is one act: a day that a corrected file no longer names must not stay. Other years (loaded by an officer) do.
    const years = [...new Set(rows.map((row) => row.date.slice(0, 4)))]
    for (const year of years) {
      await tx.calendarDate.deleteMany({ where: { date: { gte: toDbDay(`${year}-01-01`), lte: toDbDay(`${year}-12-31`) } } })
    }
    await tx.calendarDate.createMany({
      data: rows.map((row) => ({ date: toDbDay(row.date), kind: row.kind, nameZh: row.name_zh, sourceNotice: row.source_notice })),
    })
  },
})
