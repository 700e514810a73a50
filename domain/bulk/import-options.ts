import { z } from 'zod'
import { isCalendarDay } from '../kernel/calendar-day.ts'

const line = z.string().trim().min(1).max(200)

/** What publishes the catalogue that a file holds: without a document and a day nothing is published (rulebook R2). */
export const editionOptions = z.object({
  titleZh: line,
  titleEn: z.string().trim().max(200).default(''),
  /** 公布文号 */
  documentNo: line,
  effectiveOn: z.string().refine(isCalendarDay, 'DAY_INVALID'),
})
export type EditionOptions = z.output<typeof editionOptions>

/** What the uploader says beside the file: of a catalogue who publishes it, of everything else nothing. */
export type ImportOptions = EditionOptions | Readonly<Record<string, never>>
