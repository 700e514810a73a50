import { z } from 'zod'

/** A step of a run as the page showed it. */
export const importStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().min(1).max(40),
  version: z.int(),
})
