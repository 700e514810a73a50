import { z } from 'zod'

/** What every step in an engagement names: the wish, the engagement, and the version that was looked at. */
export const engagementStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** Reasons that may be left out; left out they are empty. */
export const optionalText = z
  .string()
  .trim()
  .max(2000)
  .nullish()
  .transform((text) => text ?? '')

/** A yes that has to be said: left out it is a no. */
export const optionalYes = z
  .boolean()
  .nullish()
  .transform((isSaid) => isSaid ?? false)
