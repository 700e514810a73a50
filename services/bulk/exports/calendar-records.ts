import { fromDbDay } from '#prisma/db-day.ts'
import type { ReadRecords } from './export-page.ts'

export const calendarRecords: ReadRecords = async ({ prisma }) => {
  const days = await prisma.calendarDate.findMany({ orderBy: { date: 'asc' } })
  return { records: days.map(({ date, ...day }) => ({ ...day, date: fromDbDay(date) })), next: null }
}
