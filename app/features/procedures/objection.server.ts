import { z } from 'zod'

const text = z.string().trim().min(10).max(4000)

/** What whoever objects during a publicity sends with a name. */
export const objectionSchema = z.object({ text, objectorName: z.string().max(100), contact: z.string().min(5).max(200) })

/** The same where no name need be given. */
export const anonymousObjectionSchema = z.object({
  text,
  objectorName: z.string().max(100).default(''),
  contact: z.string().max(200).default(''),
})
