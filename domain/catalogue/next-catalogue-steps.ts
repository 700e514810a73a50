import { couldEver } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { catalogueChangeSteps, catalogueTransitions, stateAfterStep } from './catalogue-change.ts'
import type { CatalogueChange, CatalogueChangeStep } from './catalogue-change.ts'
import type { CatalogueRuleSet, StepTaker } from './catalogue-rule-set.ts'
import { obstacleToStep, takerOf } from './decide-catalogue-step.ts'

/** A step the procedure allows now: whose it is, by which clause, and what keeps this viewer from it; null: nothing. */
export interface NextCatalogueStep {
  readonly step: CatalogueChangeStep
  readonly by: StepTaker
  readonly isDocumentRequired: boolean
  readonly obstacle: string | null
}

/** What can happen to an adjustment next, in the order of the procedure. A page draws its forms from this; the use case asks again. */
export function nextCatalogueSteps(change: CatalogueChange, viewer: Viewer, rules: CatalogueRuleSet): readonly NextCatalogueStep[] {
  const open = catalogueTransitions[change.route][change.state]
  return catalogueChangeSteps
    .filter((step) => open.includes(stateAfterStep[step]))
    .map((step) => ({
      step,
      by: takerOf(change, step, rules),
      isDocumentRequired: isOrderly(step) && (rules.routes[change.route][step]?.isDocumentRequired ?? false),
      obstacle: obstacleTo(change, step, viewer, rules),
    }))
}

const isOrderly = (step: CatalogueChangeStep) => step !== 'RETURN' && step !== 'REJECTION' && step !== 'WITHDRAWAL'

function obstacleTo(change: CatalogueChange, step: CatalogueChangeStep, viewer: Viewer, rules: CatalogueRuleSet): string | null {
  const permission = step === 'APPLICATION' || step === 'WITHDRAWAL' ? 'catalogueChange.apply' : 'catalogueChange.handle'
  if (!couldEver(viewer, permission)) return 'ROLE_REQUIRED'
  const who = { step, actorId: viewer.userId ?? '', organisationId: viewer.organisationId ?? '' }
  return obstacleToStep(change, who, rules)?.code ?? null
}
