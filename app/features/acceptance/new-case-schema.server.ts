import { z } from 'zod'
import { materialInputs } from './found-materials.server.ts'

const applicantCode = z.string().max(40)
const application = {
  applicantCode,
  applicantName: z.string().max(200).optional(),
  approvalItemCode: z.string().max(40),
  projectName: z.string().max(200),
  projectCode: z.string().max(60).optional(),
  channel: z.enum(['WINDOW', 'POST']).default('WINDOW'),
  receivedOn: z.string().max(20).optional(),
}

/** The steps of a new case; each checks what is entered up to it. The ways back check nothing. */
export const newCaseSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('CHECK'), applicantCode }),
  z.object({ intent: z.literal('ITEM'), ...application }),
  z.object({ intent: z.literal('FILE'), ...application, ...materialInputs }),
  z.object({ intent: z.literal('TO_APPLICANT') }),
  z.object({ intent: z.literal('TO_ITEM') }),
])
