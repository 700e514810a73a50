import { z } from 'zod'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'

/** What every step in a case names: the wish, the case, and the version that was looked at. */
export const caseStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** A text that goes on paper. */
export const documentText = z.string().trim().min(1).max(8000)

export const dayInput = z.string().refine(isCalendarDay, 'DAY_INVALID')
