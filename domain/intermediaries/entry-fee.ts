import { feeKinds, feeScheduleSchema, feeUnits } from '#domain/catalogue/fee-schedule.ts'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { parseYuan } from '#domain/kernel/money.ts'
import type { FeeText } from './entry-draft.ts'

/** What is wrong with a fee as typed: the field within it, and a code. */
export interface FeeTextProblem {
  readonly code: string
  readonly path: string
}

/** The schedule that a typed fee means, or its first problem. Amounts are in yuan, a percentage in per cent ('1.5'). */
export function feeScheduleOfText(typed: FeeText): Result<FeeSchedule, FeeTextProblem> {
  const kind = feeKinds.find((one) => one === typed.kind)
  if (!kind) return refuse({ code: 'FEE_KIND_INVALID', path: 'kind' })
  const made = candidateOf(kind, typed)
  if (!made.ok) return made
  const parsed = feeScheduleSchema.safeParse(made.value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return refuse({ code: issue?.message ?? 'FEE_INVALID', path: fieldOf(issue?.path ?? []) })
}

type Candidate = Result<Record<string, unknown>, FeeTextProblem>

function candidateOf(kind: FeeSchedule['kind'], typed: FeeText): Candidate {
  if (kind === 'FIXED') {
    const feeFen = fenOf(typed.amount, 'amount')
    return feeFen.ok ? ok({ kind, feeFen: feeFen.value }) : feeFen
  }
  const minFen = boundOf(typed.minimum, 'minimum')
  if (!minFen.ok) return minFen
  const maxFen = boundOf(typed.maximum, 'maximum')
  if (!maxFen.ok) return maxFen
  const bounds = { minFen: minFen.value, maxFen: maxFen.value }
  if (kind === 'PERCENTAGE') {
    const ratePpm = ppmOf(typed.amount, 'amount')
    return ratePpm.ok ? ok({ kind, ratePpm: ratePpm.value, ...bounds }) : ratePpm
  }
  const unit = feeUnits.find((one) => one === typed.unit)
  if (!unit) return refuse({ code: 'FEE_UNIT_INVALID', path: 'unit' })
  if (kind === 'PER_UNIT') {
    const feeFenPerUnit = fenOf(typed.amount, 'amount')
    return feeFenPerUnit.ok ? ok({ kind, unit, feeFenPerUnit: feeFenPerUnit.value, ...bounds }) : feeFenPerUnit
  }
  const tiers: { upTo: number | null; rate: number }[] = []
  for (const [index, { upTo, rate }] of filledTiers(typed).entries()) {
    const rateOf = unit === 'PROJECT_COST' ? ppmOf : fenOf
    const parsed = rateOf(rate, `tiers.${index}.rate`)
    if (!parsed.ok) return parsed
    const size = upTo.trim() === '' ? null : sizeOf(upTo)
    if (size !== null && Number.isNaN(size)) return refuse({ code: 'FEE_TIER_SIZE_INVALID', path: `tiers.${index}.upTo` })
    tiers.push({ upTo: size, rate: parsed.value })
  }
  return ok({ kind, unit, tiers, ...bounds })
}

/** Lines of the form that were left empty don't count. */
const filledTiers = ({ tiers }: FeeText) => tiers.filter(({ upTo, rate }) => upTo.trim() !== '' || rate.trim() !== '')

function fenOf(typed: string, path: string): Result<number, FeeTextProblem> {
  if (typed.trim() === '') return refuse({ code: 'REQUIRED', path })
  const fen = parseYuan(typed)
  return fen.ok ? fen : refuse({ code: 'FEE_INVALID', path })
}

const boundOf = (typed: string, path: string): Result<number | null, FeeTextProblem> =>
  typed.trim() === '' ? ok(null) : fenOf(typed, path)

/** Per cent to parts per million: read as an amount with two decimals, so that no binary fraction comes between ('0.35' is 3500). */
function ppmOf(typed: string, path: string): Result<number, FeeTextProblem> {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%?$/.exec(typed.normalize('NFKC').trim())
  if (typed.trim() === '') return refuse({ code: 'REQUIRED', path })
  if (!match) return refuse({ code: 'FEE_RATE_INVALID', path })
  return ok(Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0')))
}

const sizeOf = (typed: string): number => {
  const plain = typed.normalize('NFKC').trim().replaceAll(',', '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** Where a schedule's field was typed. */
function fieldOf(path: readonly PropertyKey[]): string {
  const names: Readonly<Record<string, string>> = {
    feeFen: 'amount',
    feeFenPerUnit: 'amount',
    ratePpm: 'amount',
    minFen: 'minimum',
    maxFen: 'maximum',
  }
  return path.map((part) => names[String(part)] ?? String(part)).join('.')
}
