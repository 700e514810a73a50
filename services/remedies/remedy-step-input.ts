import { z } from 'zod'
import { serviceInput } from '../procedures/service-input.ts'

/** What every step in a remedy names: the wish, the remedy, and the version that was looked at. */
export const remedyStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** A text that goes on paper or into the file. */
export const remedyText = z.string().trim().min(1).max(8000)

/** How a decision reaches its party: sent on the day it is taken, into the account where nothing else is chosen. */
export const serviceChosen = serviceInput.pick({ serviceMethod: true })
export type ServiceChosen = z.output<typeof serviceChosen>
