import { z } from 'zod'
import { readProjectCode } from '#domain/acceptance/project-code.ts'

/** What every step in an approval case names: the wish, the case, and the version that was looked at. */
export const caseStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** A text that goes on paper. */
export const reasonText = z.string().trim().min(1).max(2000)

/** Each required material as the officer found it, by its place in the item's list. */
export const foundMaterials = z.array(
  z.object({
    seq: z.number().int().min(1),
    presence: z.enum(['PRESENT', 'MISSING', 'FLAWED']),
    note: z.string().trim().max(500).nullish(),
  }),
)
export type FoundMaterials = z.output<typeof foundMaterials>

/** 项目代码 as typed, in the stored form; an empty one is none. */
export const projectCodeInput = z
  .string()
  .trim()
  .max(60)
  .transform((typed) => (typed === '' ? null : typed))
  .nullish()
  .refine((typed) => !typed || readProjectCode(typed).ok, 'PROJECT_CODE_INVALID')
  .transform((typed) => {
    const read = readProjectCode(typed ?? '')
    return read.ok ? read.value : null
  })
