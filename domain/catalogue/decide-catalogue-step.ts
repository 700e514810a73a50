import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { StepForbidden } from '#domain/kernel/transition-table.ts'
import { catalogueTransitions, stateAfterStep } from './catalogue-change.ts'
import type { CatalogueChange, CatalogueChangeState, CatalogueChangeStep } from './catalogue-change.ts'
import type { CatalogueRuleSet, OrderlyStep, StepTaker } from './catalogue-rule-set.ts'

/** A step somebody wants to take: who, in whose name, on which day by its document, with what opinion. */
export interface CatalogueStepCommand {
  readonly step: CatalogueChangeStep
  readonly actorId: string
  readonly organisationId: string
  /** The day of the act, as its document says. */
  readonly onDay: CalendarDay
  readonly opinion: string
  readonly documentNo: string | null
  /** Publication only: from when the version is in force. */
  readonly effectiveOn: CalendarDay | null
}

/** What stands when the step is decided. */
export interface CatalogueStepContext {
  readonly today: CalendarDay
  /** The item's newest version, also one that is not in force yet; null where there is none. */
  readonly latest: { readonly version: number; readonly effectiveOn: CalendarDay } | null
}

export type CatalogueStepRefusal =
  | StepForbidden<CatalogueChangeState>
  | { readonly code: 'NOT_THIS_BODY'; readonly by: StepTaker }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly step: CatalogueChangeStep; readonly taken: CatalogueChangeStep }
  | { readonly code: 'INCOMPLETE'; readonly missing: readonly ('opinion' | 'documentNo' | 'effectiveOn')[] }
  | { readonly code: 'DAY_IN_FUTURE'; readonly today: CalendarDay }
  | { readonly code: 'DAY_BEFORE_LAST_STEP'; readonly lastOn: CalendarDay }
  | { readonly code: 'EFFECTIVE_DAY_PAST'; readonly today: CalendarDay }
  | { readonly code: 'EFFECTIVE_BEFORE_LATEST'; readonly latestOn: CalendarDay }
  | { readonly code: 'CHANGE_OUTDATED'; readonly baseVersion: number | null; readonly version: number | null }

export interface CatalogueStepTaken {
  readonly state: CatalogueChangeState
  readonly effectiveOn: CalendarDay | null
}

/** Whether the step may be taken now, by this person, with this document (rulebook R2). The procedure's order comes first. */
export function decideCatalogueStep(
  change: CatalogueChange,
  command: CatalogueStepCommand,
  rules: CatalogueRuleSet,
  context: CatalogueStepContext,
): Result<CatalogueStepTaken, CatalogueStepRefusal> {
  const moved = moveTo(catalogueTransitions[change.route], change.state, stateAfterStep[command.step])
  if (!moved.ok) return moved
  const refusal =
    bodyRefusal(change, command, rules) ??
    separationRefusal(change, command, rules) ??
    incomplete(change, command, rules) ??
    dayRefusal(change, command, context) ??
    (command.step === 'PUBLICATION' ? publicationRefusal(change, command, rules, context) : null)
  if (refusal) return refuse(refusal)
  return ok({ state: moved.value, effectiveOn: command.step === 'PUBLICATION' ? command.effectiveOn : null })
}

/** The step that comes next in order; null where nothing is waited for. */
export function nextOrderlyStep({ route, state }: Pick<CatalogueChange, 'route' | 'state'>): OrderlyStep | null {
  const next = {
    APPLIED: 'REFERRAL',
    REFERRED: 'EXAMINATION',
    EXAMINED: 'DELIBERATION',
    DELIBERATED: 'PUBLICATION',
    PUBLISHED: route === 'ORGANISATIONAL' ? 'FILING' : null,
    RETURNED: 'APPLICATION',
    FILED: null,
    REJECTED: null,
    WITHDRAWN: null,
  } as const satisfies Record<CatalogueChangeState, OrderlyStep | null>
  return next[state]
}

/** Who takes a step of this change: whoever would take the next in order also returns or rejects it; the agency withdraws. */
export function takerOf(change: Pick<CatalogueChange, 'route' | 'state'>, step: CatalogueChangeStep, rules: CatalogueRuleSet): StepTaker {
  if (step === 'WITHDRAWAL') return 'APPLYING_AGENCY'
  const orderly = step === 'RETURN' || step === 'REJECTION' ? nextOrderlyStep(change) : step
  return (orderly && rules.routes[change.route][orderly]?.by) ?? 'OFFICE'
}

/** The body that takes the step. */
export function bodyOf(
  change: Pick<CatalogueChange, 'applyingAgencyId' | 'officeId' | 'cityOfficeId' | 'route' | 'state'>,
  step: CatalogueChangeStep,
  rules: CatalogueRuleSet,
): string {
  const { applyingAgencyId, officeId, cityOfficeId } = change
  return { APPLYING_AGENCY: applyingAgencyId, OFFICE: officeId, CITY_OFFICE: cityOfficeId }[takerOf(change, step, rules)]
}

function bodyRefusal(
  change: CatalogueChange,
  { step, organisationId }: Pick<CatalogueStepCommand, 'step' | 'organisationId'>,
  rules: CatalogueRuleSet,
): CatalogueStepRefusal | null {
  return organisationId === bodyOf(change, step, rules) ? null : { code: 'NOT_THIS_BODY', by: takerOf(change, step, rules) }
}

/** Since the last application: what happened to a proposal that was returned and rewritten binds nobody in the next round. */
function separationRefusal(
  change: CatalogueChange,
  { step, actorId }: Pick<CatalogueStepCommand, 'step' | 'actorId'>,
  rules: CatalogueRuleSet,
): CatalogueStepRefusal | null {
  const round = change.steps.slice(Math.max(0, change.steps.map(({ kind }) => kind).lastIndexOf('APPLICATION')))
  const own = new Set(round.filter((one) => one.actorId === actorId).map(({ kind }) => kind))
  const broken = rules.parameters.separations.value.find(([earlier, later]) => later === step && own.has(earlier))
  return broken ? { code: 'SEPARATION_OF_DUTIES', step, taken: broken[0] } : null
}

function incomplete(change: CatalogueChange, command: CatalogueStepCommand, rules: CatalogueRuleSet): CatalogueStepRefusal | null {
  const { step, opinion, documentNo, effectiveOn } = command
  const isOrderly = step !== 'RETURN' && step !== 'REJECTION' && step !== 'WITHDRAWAL'
  const isDocumentRequired = isOrderly && (rules.routes[change.route][step]?.isDocumentRequired ?? false)
  const missing = [
    ...(opinion.trim() === '' ? (['opinion'] as const) : []),
    ...(isDocumentRequired && (documentNo === null || documentNo.trim() === '') ? (['documentNo'] as const) : []),
    ...(step === 'PUBLICATION' && effectiveOn === null ? (['effectiveOn'] as const) : []),
  ]
  return missing.length > 0 ? { code: 'INCOMPLETE', missing } : null
}

function dayRefusal(
  { steps }: CatalogueChange,
  { onDay }: CatalogueStepCommand,
  { today }: CatalogueStepContext,
): CatalogueStepRefusal | null {
  if (onDay > today) return { code: 'DAY_IN_FUTURE', today }
  const lastOn = steps.at(-1)?.onDay
  return lastOn !== undefined && onDay < lastOn ? { code: 'DAY_BEFORE_LAST_STEP', lastOn } : null
}

/** Nothing is put in force backwards, and nothing replaces a version that the proposal never saw. */
function publicationRefusal(
  { baseVersion }: CatalogueChange,
  { effectiveOn }: CatalogueStepCommand,
  rules: CatalogueRuleSet,
  { today, latest }: CatalogueStepContext,
): CatalogueStepRefusal | null {
  if (rules.parameters.isBaseVersionRequired.value && (latest?.version ?? null) !== baseVersion) {
    return { code: 'CHANGE_OUTDATED', baseVersion, version: latest?.version ?? null }
  }
  if (effectiveOn !== null && effectiveOn < today) return { code: 'EFFECTIVE_DAY_PAST', today }
  if (latest && effectiveOn !== null && effectiveOn < latest.effectiveOn) {
    return { code: 'EFFECTIVE_BEFORE_LATEST', latestOn: latest.effectiveOn }
  }
  return null
}

/** Whether this person could take the step today, were the paper filled in; null: yes. For the buttons of the page. */
export function obstacleToStep(
  change: CatalogueChange,
  who: Pick<CatalogueStepCommand, 'step' | 'actorId' | 'organisationId'>,
  rules: CatalogueRuleSet,
): CatalogueStepRefusal | null {
  const moved = moveTo(catalogueTransitions[change.route], change.state, stateAfterStep[who.step])
  if (!moved.ok) return moved.refusal
  return bodyRefusal(change, who, rules) ?? separationRefusal(change, who, rules)
}
