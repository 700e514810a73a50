import { z } from 'zod'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'

/** How a document reaches a party that has no account; left out, it goes into the account. */
export const serviceInput = z.object({
  serviceMethod: z.enum(serviceMethods).nullish(),
  servedOn: z.iso.date().nullish(),
  serviceNote: z.string().trim().max(500).nullish(),
})

/** The part of `serveDocument`'s input that a form gives. */
export const serviceOf = ({ serviceMethod, servedOn, serviceNote }: Partial<z.output<typeof serviceInput>>) => ({
  ...(serviceMethod ? { method: serviceMethod } : {}),
  ...(servedOn ? { servedOn } : {}),
  ...(serviceNote ? { note: serviceNote } : {}),
})
