import { z } from 'zod'
import { entryDraftSchema, entryLimits } from '#domain/intermediaries/entry-draft.ts'

/** What every step of an application names: the wish, the application, and the version that was looked at. */
export const entryStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

const { identity, qualifications, affiliations, offerings, commitments } = entryDraftSchema.shape
const short = z.string().max(100).default('')
/** Typed anew; empty keeps the one sealed before. */
const identityNumber = z.string().max(60).default('')

/** The steps to save, as typed; a step left out stays as it was. */
export const saveEntryDraftInput = entryStepInput.extend({
  identity,
  legalRepresentative: z.object({ name: short, identityNumber }).optional(),
  qualifications,
  practitioners: z
    .array(z.object({ key: short, name: short, title: short, certificateNo: short, identityNumber }))
    .max(entryLimits.practitioners)
    .optional(),
  affiliations,
  offerings,
  commitments,
})
export type SaveEntryDraftInput = z.input<typeof saveEntryDraftInput>
export type TypedEntryParts = Omit<z.output<typeof saveEntryDraftInput>, keyof z.output<typeof entryStepInput>>
