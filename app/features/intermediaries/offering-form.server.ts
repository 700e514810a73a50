import { z } from 'zod'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { feeScheduleOfText } from '#domain/intermediaries/entry-fee.ts'
import type { FormReply } from '#app/form.server.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'

const typed = z.string().max(100).default('')

/** An offering as it is typed. Buttons that only change the form come with an `intent` of their own. */
const schema = z.object({
  intent: z.enum(['save', 'addTier', 'useKind']).default('save'),
  kind: typed,
  amount: typed,
  minimum: typed,
  maximum: typed,
  tiers: z
    .array(z.object({ upTo: typed, rate: typed }))
    .max(20)
    .default([]),
  feeNote: z.string().max(500).default(''),
  promisedWorkingDays: z.coerce.number().int().optional(),
  divisionCodes: z.array(z.string().max(12)).default([]),
  version: z.coerce.number().int().optional(),
  reason: z.string().max(500).default(''),
})

/** What is wanted, as the mutations take it; or the form again: with what is wrong, or only with another tier. */
export async function readOffering(request: Request, unit: FeeUnit | null) {
  const form = await readForm(request, schema)
  if (!form.ok) return { ok: false as const, reply: form.reply }
  const t = await serverText(request, 'fees')
  const { intent, kind, amount, minimum, maximum, tiers, promisedWorkingDays, divisionCodes, ...rest } = form.value
  if (intent !== 'save') return { ok: false as const, reply: form.refuse({}) }
  const schedule = feeScheduleOfText({ kind, unit: unit ?? '', amount, minimum, maximum, tiers })
  const errors: Record<string, string[]> = {}
  if (!schedule.ok) {
    const { code, path } = schedule.refusal
    const missing = path.endsWith('rate') || (path === 'amount' && kind === 'PERCENTAGE') ? 'FEE_RATE_INVALID' : 'FEE_INVALID'
    errors[path.replace(/\.(\d+)/g, '[$1]')] = [t.optional(`refusal.${code === 'REQUIRED' ? missing : code}`) ?? code]
  }
  if (promisedWorkingDays === undefined) errors['promisedWorkingDays'] = [t('refusal.DAYS_INVALID')]
  if (divisionCodes.length === 0) errors['divisionCodes'] = [t('refusal.DIVISION_MISSING')]
  if (!schedule.ok || promisedWorkingDays === undefined || Object.keys(errors).length > 0) return refused(form.refuse(errors))
  const { feeNote, version, reason } = rest
  const terms = { feeSchedule: toInput(schedule.value), feeNote, promisedWorkingDays, divisionCodes }
  return { ok: true as const, form, terms, version: version ?? 0, reason }
}

const refused = (reply: FormReply) => ({ ok: false as const, reply })

type Schedule = Extract<ReturnType<typeof feeScheduleOfText>, { ok: true }>['value']

/** A schedule as the API takes it. */
const toInput = (schedule: Schedule) =>
  schedule.kind === 'TIERED' ? { ...schedule, tiers: schedule.tiers.map((tier) => ({ ...tier })) } : schedule
