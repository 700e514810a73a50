import { z } from 'zod'
import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { affiliationInput } from './affiliation-input.ts'

const day = z.string().refine(isCalendarDay, 'DAY_INVALID')
const name = z.string().trim().min(2).max(200)
const serviceItemCodes = z.array(z.string().min(1)).max(100)

export const qualificationInput = z
  .object({
    name,
    grade: z.string().trim().max(50).nullable().default(null),
    certificateNo: z.string().trim().min(1).max(100),
    issuer: name,
    validFromOn: day,
    /** Last valid day; null without an end. */
    validUntilOn: day.nullable(),
    serviceItemCodes,
  })
  .refine((one) => one.validUntilOn === null || one.validUntilOn >= one.validFromOn, {
    path: ['validUntilOn'],
    message: 'ENDS_BEFORE_IT_BEGINS',
  })

export const practitionerInput = z.object({
  name: z.string().trim().min(1).max(100),
  identityNumber: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(100),
  certificateNo: z.string().trim().max(100).nullable().default(null),
})

const offering = z.object({
  serviceItemCode: z.string().min(1),
  divisionCodes: z.array(z.string().min(1)).min(1).max(200),
  feeSchedule: feeScheduleSchema,
  feeNote: z.string().trim().max(500).default(''),
  promisedWorkingDays: z.int().min(1).max(400),
})

export const registerIntermediaryInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name,
  nameEn: z.string().trim().max(200).nullable().default(null),
  uscc: z.string().min(1).max(40),
  /** Early pilot codes with a wrong check character pass only where an officer has reviewed the reason (rulebook R8). */
  usccOverride: z
    .object({ reason: z.string().trim().min(1).max(2000), reviewedById: z.uuid() })
    .nullable()
    .default(null),
  divisionCode: z.string().min(1),
  legalForm: z.string().trim().min(1).max(50),
  legalRepresentative: z.string().trim().min(1).max(100),
  address: z.string().trim().min(1).max(300),
  phone: z.string().trim().min(1).max(50),
  introduction: z.string().trim().max(2000).default(''),
  /** First day in the register; today unless an older register is taken over. */
  listedOn: day.nullable().default(null),
  isFictitious: z.boolean().default(false),
  qualifications: z.array(qualificationInput).max(50),
  practitioners: z.array(practitionerInput).max(500),
  affiliations: z.array(affiliationInput).max(50).default([]),
  offerings: z
    .array(offering)
    .max(100)
    .refine((list) => new Set(list.map((one) => one.serviceItemCode)).size === list.length, 'ITEM_OFFERED_TWICE'),
})

export type RegisterIntermediaryInput = z.input<typeof registerIntermediaryInput>
/** As parsed. */
export type NewIntermediary = z.output<typeof registerIntermediaryInput>
