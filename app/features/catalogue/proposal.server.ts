import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readFee } from '#domain/bulk/fee-text.ts'
import { catalogueChangeKinds, catalogueChangeRoutes } from '#domain/catalogue/catalogue-change.ts'
import { feeBases } from '#domain/catalogue/fee.ts'
import { feeUnits } from '#domain/catalogue/fee-schedule.ts'
import { selfPreparations } from '#domain/catalogue/item-content.ts'
import type { FormReading } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { fileOf } from './change-steps.server.ts'

const line = z.string().trim().max(300)
const passage = z.string().trim().max(4000)
const yesNo = z.enum(['yes', 'no']).transform((value) => value === 'yes')

/** The entry as the form has it: empty inputs are missing there, and empty texts here. */
const contentFields = z.object({
  nameZh: line,
  nameEn: line,
  approvalItemZh: line,
  approvalItemEn: line,
  approvingAgencyZh: line,
  legalBasis: passage,
  isLegalBasisVerified: yesNo,
  basisNote: passage.default(''),
  qualificationZh: passage.default(''),
  isQualificationRequired: yesNo,
  feeBasis: z.enum(feeBases),
  feeNote: passage.default(''),
  deliverableZh: line,
  selfPreparation: z.enum(selfPreparations),
  source: passage.default(''),
  evidence: z.enum(['F', 'E', 'B', 'D']),
  isZoneAreaAssessed: yesNo,
  backgroundFields: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => text.split(';').filter((field) => field !== '')),
  timeLimitWorkingDays: z.coerce.number().int().min(1).max(3650).optional(),
  feeUnit: z.enum(feeUnits).optional(),
  referenceSize: z.coerce.number().int().min(1).max(1_000_000_000),
  feeCeiling: z.string().trim().max(500).default(''),
})

const proposal = {
  content: contentFields.optional(),
  reasons: passage,
  legalBasis: passage,
  cancellingDocument: passage.optional(),
  onDay: z.string(),
  documentNo: z.string().trim().max(200).optional(),
  attachment: z.instanceof(File).optional(),
}
export const applicationSchema = z.object({
  kind: z.enum(catalogueChangeKinds),
  itemCode: z.string().trim().max(40),
  route: z.enum(catalogueChangeRoutes),
  ...proposal,
})
export const resubmissionSchema = z.object({ intent: z.literal('APPLICATION'), version: z.coerce.number().int(), ...proposal })

interface Proposal {
  readonly content?: z.output<typeof contentFields>
  readonly attachment?: File
  readonly documentNo?: string
  readonly cancellingDocument?: string
}

/** The texts of a proposal as what the API takes; a ceiling that can't be read is answered beside its field. */
export async function proposalInput<P extends Proposal>({ request }: ActionFunctionArgs, form: FormReading<P> & { readonly ok: true }) {
  const { content, attachment, documentNo, cancellingDocument, ...rest } = form.value
  const ceiling = content && content.feeCeiling !== '' ? readFee(content.feeCeiling, 'YUAN') : null
  if (ceiling && !ceiling.ok) {
    const t = await serverText(request, 'catalogueChanges')
    const text = t.optional(`refusal.${ceiling.refusal.code}`) ?? t('refusal.FEE_MALFORMED')
    return { ok: false, reply: form.refuse({ 'content.feeCeiling': [text] }) } as const
  }
  const input = {
    ...rest,
    content: content ? { ...content, feeCeiling: ceiling?.value ?? null } : null,
    documentNo: documentNo ?? null,
    cancellingDocument: cancellingDocument ?? null,
    attachment: await fileOf(attachment),
    clientMutationId: form.clientMutationId,
  }
  return { ok: true, input } as const
}
