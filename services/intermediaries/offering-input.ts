import { z } from 'zod'
import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'

const clientMutationId = z.string().min(1).max(100)
const serviceItemCode = z.string().trim().min(1).max(40)
const reason = z.string().trim().max(500).default('')

/** Limits of our own: as the register's. */
export const offerServiceInput = z.object({
  clientMutationId,
  serviceItemCode,
  divisionCodes: z.array(z.string().min(1).max(12)).min(1, 'DIVISION_MISSING').max(200),
  feeSchedule: feeScheduleSchema,
  feeNote: z.string().trim().max(500).default(''),
  promisedWorkingDays: z.int('DAYS_INVALID').min(1, 'DAYS_INVALID').max(400, 'DAYS_INVALID'),
})

/** What every step on an own offering names: which one, and the version that was looked at. */
export const offeringStepInput = z.object({ clientMutationId, serviceItemCode, version: z.int().min(1), reason })

export const changeOfferingInput = offerServiceInput.extend({ version: z.int().min(1), reason })
