import { z } from 'zod'

/** A change of one account that needs no more than its id. */
export const accountInput = z.object({ clientMutationId: z.string().min(1).max(100), userId: z.uuid() })
export type AccountInput = z.input<typeof accountInput>
