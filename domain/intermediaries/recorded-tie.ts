import { z } from 'zod'

/** Why a tie that the firm did not declare stands in the register: kept with the tie, shown to the firm and the offices. */
export const tieRecordSchema = z.object({
  reasons: z.string(),
  /** What it rests on: a document's number, a register, a finding. */
  evidence: z.string(),
  /** The office in whose name, and the officer, who does not hear the firm's objection to it. */
  organisationId: z.string().nullable(),
  recordedById: z.string(),
  recordedAt: z.string(),
})
export type TieRecord = z.output<typeof tieRecordSchema>

/** Whoever recorded a tie does not decide on the objection to it (rulebook R5: who acts is not who hears the objection). */
export type RecordedByYourself = { readonly code: 'TIE_RECORDED_BY_YOURSELF'; readonly partyName: string }
