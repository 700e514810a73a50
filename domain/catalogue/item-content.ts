import { z } from 'zod'
import { feeBases } from './fee.ts'
import { feeScheduleSchema, feeUnits } from './fee-schedule.ts'
import { serviceItemStatuses } from './service-item.ts'

/** Whether an applicant may prepare it himself 是否可自行编制; UNKNOWN: the legal text doesn't say. */
export const selfPreparations = ['YES', 'NO', 'UNKNOWN'] as const
export type SelfPreparation = (typeof selfPreparations)[number]

const line = z.string().trim().min(1).max(300)
const passage = z.string().trim().max(4000)

/**
 * All that a version of a catalogue entry fixes (rulebook R2): everything but its code, which never changes, and the version's own
 * number and day. Stored as JSON; read back through this schema, so that an old version can't be misread.
 */
export const itemContentSchema = z.object({
  nameZh: line,
  nameEn: line,
  approvalItemZh: line,
  approvalItemEn: line,
  /** The kind of agency whose approvals it serves, in the words of the catalogue. */
  approvingAgencyZh: line,
  legalBasis: passage.min(1),
  /** The cited text was read and demands this service; only then may it back an acceptance condition. */
  isLegalBasisVerified: z.boolean(),
  basisNote: passage,
  qualificationZh: passage,
  isQualificationRequired: z.boolean(),
  feeBasis: z.enum(feeBases),
  feeNote: passage,
  deliverableZh: line,
  selfPreparation: z.enum(selfPreparations),
  status: z.enum(serviceItemStatuses),
  /** The instrument that cancelled it; null while retained. */
  cancelledBy: passage.min(1).nullable(),
  source: passage,
  evidence: z.string().trim().max(10),
  isZoneAreaAssessed: z.boolean(),
  backgroundFields: z.array(z.string().max(80)).max(40),
  /** The service's own time limit, where one is set. */
  timeLimitWorkingDays: z.number().int().min(1).max(3650).nullable(),
  /** What fees may be counted in; null: fixed fees only. */
  feeUnit: z.enum(feeUnits).nullable(),
  /** The size at which offerings are compared, in feeUnit (our own default). */
  referenceSize: z.number().int().min(1).max(1_000_000_000),
  /** The government's ceiling; null where none is known. */
  feeCeiling: feeScheduleSchema.nullable(),
})

/** What one version of a catalogue entry says. */
export type ItemContent = z.infer<typeof itemContentSchema>

/** What a proposal says of an entry: status and cancelling document follow from its kind. */
export const proposedContentSchema = itemContentSchema.omit({ status: true, cancelledBy: true })
export type ProposedContent = z.infer<typeof proposedContentSchema>

/** The fields of an entry, in the order in which pages and comparisons show them. */
export const itemFields = Object.keys(itemContentSchema.shape) as readonly (keyof ItemContent)[]
