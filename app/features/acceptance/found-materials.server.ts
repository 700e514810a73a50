import { z } from 'zod'

/** The inputs of `MaterialsFields`: by sequence number; the index 0 stays empty. */
export const materialInputs = {
  presence: z.array(z.enum(['PRESENT', 'MISSING', 'FLAWED']).optional()).optional(),
  note: z.array(z.string().max(500).optional()).optional(),
}

/** What was chosen, as the API wants it; a material left open is missing here, and the API names it. */
export const foundMaterials = ({ presence = [], note = [] }: z.output<z.ZodObject<typeof materialInputs>>) =>
  presence.flatMap((one, seq) => (one ? [{ seq, presence: one, note: note[seq] ?? null }] : []))
