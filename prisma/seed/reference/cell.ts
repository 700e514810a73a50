import { z } from 'zod'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'

/** Cell types of the reference files. A refinement's message is the reason the operator reads. */

const noStraySpace = (text: string) => text === text.trim() && !text.includes('\u0000')

/** Any text, possibly empty; stray spaces are typing errors that would break look-ups. */
export const text = z.string().refine(noStraySpace, 'begins or ends with a space')
export const requiredText = text.refine((value) => value !== '', 'is empty')
/** An empty cell is null. */
export const textOrNull = text.transform((value) => (value === '' ? null : value))
export const yesNo = z.enum(['yes', 'no'], 'must be yes or no').transform((value) => value === 'yes')
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`)
export const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value <= max, `must be at most ${max}`)
export const calendarDay = z.string().refine(isCalendarDay, 'is not a day of the calendar (YYYY-MM-DD)')
export const coded = (pattern: RegExp, example: string) => z.string().regex(pattern, `must look like ${example}`)
/** How well a statement is proven; see data/README.md. */
export const evidence = oneOf(['F', 'E', 'B', 'D'])
