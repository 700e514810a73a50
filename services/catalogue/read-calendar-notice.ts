import { parse } from 'csv-parse/sync'
import { fewestHolidays, isPossible } from '#domain/catalogue/calendar-notice.ts'
import type { NoticeLine } from '#domain/catalogue/calendar-notice.ts'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import type { FieldProblem } from '../kernel/parse-input.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

const header = ['date', 'kind', 'name_zh', 'source_notice']
/**
 * Reads the notice's CSV (the columns of prisma/seed/data/holidays.csv), for one year.
 * @throws ValidationError with every faulty line: NOTICE_HEADER, NOTICE_LINE, NOTICE_DAY_TWICE, NOTICE_OF_ONE_YEAR, NOTICE_INCOMPLETE
 */
export function readCalendarNotice(csv: string): readonly NoticeLine[] {
  const rows = recordsOf(csv)
  const [first, ...rest] = rows
  if (!first || first.join(',') !== header.join(',')) throw new ValidationError([problem('NOTICE_HEADER', { columns: header.join(',') })])
  const read = rest.map((cells, index) => ({ line: index + 2, cells, day: lineOf(cells) }))
  const seen = new Set<string>()
  const problems = read.flatMap(({ line, cells, day }) => {
    if (day === null) return [problem('NOTICE_LINE', { line, text: cells.join(',').slice(0, 80) })]
    if (seen.has(day.date)) return [problem('NOTICE_DAY_TWICE', { line, date: day.date })]
    seen.add(day.date)
    return []
  })
  const days = read.flatMap(({ day }) => (day ? [day] : []))
  const years = [...new Set(days.map(({ date }) => date.slice(0, 4)))]
  if (problems.length === 0 && years.length !== 1) problems.push(problem('NOTICE_OF_ONE_YEAR', { years: years.join('、') }))
  const holidays = days.filter(({ kind }) => kind === 'HOLIDAY').length
  if (problems.length === 0 && holidays < fewestHolidays) problems.push(problem('NOTICE_INCOMPLETE', { holidays, fewest: fewestHolidays }))
  if (problems.length > 0) throw new ValidationError(problems.slice(0, 20))
  return days
}

function recordsOf(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    throw new ValidationError([problem('NOTICE_HEADER', { columns: header.join(',') })])
  }
}

function lineOf([date = '', kind = '', nameZh = '', sourceNotice = '', ...surplus]: string[]): NoticeLine | null {
  if (surplus.length > 0 || nameZh === '' || sourceNotice === '' || !isCalendarDay(date)) return null
  if (kind !== 'HOLIDAY' && kind !== 'MAKEUP_WORKDAY') return null
  const line = { date, kind, nameZh, sourceNotice } as const
  return isPossible(line) ? line : null
}

const problem = (code: string, facts: Record<string, unknown>): FieldProblem => ({ path: 'csv', code, facts })
