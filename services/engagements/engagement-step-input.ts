import { z } from 'zod'

/** What every step in an engagement names: the wish, the engagement, and the version that was looked at. */
export const engagementStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})
