import type { AllowedException } from '#domain/commitments/intake-parameters.ts'
import type { ToleranceRuleSet } from '#domain/commitments/tolerance-rule-set.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { AcceptanceMode } from './acceptance-request.ts'
import type { ModeDecision } from './mode-decision.ts'

/** A reason against a mode, as a manager names it. */
export interface WantedException {
  readonly mode: AcceptanceMode
  readonly refusalCode: string
}

export type ExceptionRefusal =
  | { readonly code: 'EXCEPTION_NOT_PROVIDED'; readonly mode: AcceptanceMode; readonly refusalCode: string }
  | { readonly code: 'EXCEPTION_NOT_NEEDED' }

const isProvided = ({ mode, refusalCode }: WantedException, rules: ToleranceRuleSet): boolean =>
  rules.parameters.modeExceptions.value.some((one) => one.mode === mode && one.refusalCode === refusalCode)

/** Whether the rules provide for setting this reason aside, and the reason stands in the way at all. */
export function decideException(
  wanted: WantedException,
  decisions: readonly ModeDecision[],
  rules: ToleranceRuleSet,
): Result<AllowedException, ExceptionRefusal> {
  if (!isProvided(wanted, rules)) return refuse({ code: 'EXCEPTION_NOT_PROVIDED', ...wanted })
  const decision = decisions.find(({ mode }) => mode === wanted.mode)
  const isInTheWay = decision?.reasons.some(({ code }) => code === wanted.refusalCode) === true
  return isInTheWay ? ok(wanted as AllowedException) : refuse({ code: 'EXCEPTION_NOT_NEEDED' })
}

/** The exceptions that count: granted, and provided for by the rules of the day of acceptance, not of the day they were granted. */
export const exceptionsInForce = (granted: readonly WantedException[], rules: ToleranceRuleSet): readonly WantedException[] =>
  granted.filter((one) => isProvided(one, rules))
