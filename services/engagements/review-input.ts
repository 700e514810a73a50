import { z } from 'zod'

const mark = z.number().int().min(1).max(5)

/** Five marks from 1 to 5, none filled in beforehand, and words if the rater has some. */
export const marksInput = z.object({
  quality: mark,
  timeliness: mark,
  attitude: mark,
  fees: mark,
  conduct: mark,
  comment: z.string().trim().max(2000),
})

/** What every step on a given review names. */
export const reviewStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  reviewId: z.uuid(),
})
