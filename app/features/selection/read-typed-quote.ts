import { parseYuan } from '#domain/kernel/money.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { judgeQuote, quoteLimits } from '#domain/selection/quote.ts'
import type { Quote, QuoteFrame } from '#domain/selection/quote.ts'

export interface TypedQuote {
  readonly fee: string
  readonly workingDays: string
  readonly plan: string
}

/** One field that can't be taken as typed; the code has its text in `sealing.refusal`. */
export interface TypedProblem {
  readonly code: string
  readonly field: keyof TypedQuote
  readonly facts: Readonly<Record<string, number>>
}

/** A quote as a person typed it, checked the same way in the browser, before it is sealed, and on the server for browsers without scripts. */
export function readTypedQuote(
  typed: TypedQuote,
  frame: QuoteFrame,
): Result<Quote, { readonly code: 'TYPED'; readonly problems: readonly TypedProblem[] }> {
  const { selection, uscc } = frame
  const fee = parseYuan(typed.fee)
  const days = typed.workingDays.normalize('NFKC').trim()
  const plan = typed.plan.trim().replaceAll('\r\n', '\n')
  const feeFen = fee.ok ? fee.value : 0
  const workingDays = /^\d{1,4}$/.test(days) ? Number(days) : 0
  const problems: TypedProblem[] = []
  if (feeFen < 1 || feeFen > quoteLimits.feeFen) problems.push({ field: 'fee', code: 'FEE_INVALID', facts: {} })
  if (workingDays < 1 || workingDays > quoteLimits.workingDays) problems.push({ field: 'workingDays', code: 'DAYS_INVALID', facts: {} })
  if (plan.length > quoteLimits.planCharacters) {
    problems.push({ field: 'plan', code: 'PLAN_TOO_LONG', facts: { maximum: quoteLimits.planCharacters, length: plan.length } })
  }
  if (problems.length > 0) return refuse({ code: 'TYPED', problems })
  const judged = judgeQuote({ selection, uscc, feeFen, workingDays, plan }, frame)
  if (judged.ok) return ok(judged.value)
  const { code, ...facts } = judged.refusal
  return refuse({ code: 'TYPED', problems: [{ code, field: code === 'QUOTE_OVER_TIME' ? 'workingDays' : 'fee', facts }] })
}
