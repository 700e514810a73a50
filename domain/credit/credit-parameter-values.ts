import { z } from 'zod'
import type { CreditParameters } from './credit-rule-set.ts'
import { ZZ_1 } from './credit-rule-set.ts'

/** The values of a version without their bases: what is drafted, stored and compared. Grade E while blacklisted is not up for change. */
export type CreditParameterValues = {
  readonly [K in Exclude<keyof CreditParameters, 'blacklistedGrade'>]: CreditParameters[K]['value']
}

const points = z.number().min(0).max(200)
const share = z.number().min(0).max(1)
// Any rater may be the only one of an engagement: one without weight would divide by nothing.
const weight = z.int().min(1).max(100)

/** Within these bounds a score stays explainable: it has a scale, weights that add up, and grades in order. Problems name the field. */
export const creditParameterValues = z
  .strictObject({
    raterWeights: z.strictObject({ OWNER: weight, AUTHORITY: weight, PLATFORM: weight }),
    reviewScale: z.strictObject({ worst: z.literal(1), best: z.literal(5) }),
    reviewWindowMonths: z.int().min(1).max(120),
    priorEngagements: z.number().min(0).max(1000),
    conductBase: points,
    conductBounds: z.strictObject({ least: points, most: points }),
    honoursCap: points,
    complaintPoints: z.number().min(-100).max(0),
    scoreWeights: z.strictObject({ review: share, conduct: share }),
    gradeThresholds: z.strictObject({ A: points, B: points, C: points }),
    notRated: z.strictObject({ engagements: z.int().min(0).max(100), months: z.int().min(0).max(60) }),
    honourPoints: z.strictObject({ DISTRICT: points, CITY: points, PROVINCE: points, NATIONAL: points }),
    honourMonths: z.int().min(1).max(120),
  })
  .check((found) => {
    const refuse = (code: string, ...path: string[]) => found.issues.push({ code: 'custom', message: code, input: found.value, path })
    const { conductBase, conductBounds, scoreWeights, gradeThresholds } = found.value
    if (conductBounds.least >= conductBounds.most) refuse('BOUNDS_CROSSED', 'conductBounds', 'most')
    if (conductBase < conductBounds.least || conductBase > conductBounds.most) refuse('OUT_OF_BOUNDS', 'conductBase')
    if (Math.abs(scoreWeights.review + scoreWeights.conduct - 1) > 1e-9) refuse('WEIGHTS_NOT_ONE', 'scoreWeights', 'conduct')
    if (gradeThresholds.A <= gradeThresholds.B) refuse('GRADES_OUT_OF_ORDER', 'gradeThresholds', 'B')
    if (gradeThresholds.B <= gradeThresholds.C) refuse('GRADES_OUT_OF_ORDER', 'gradeThresholds', 'C')
  }) satisfies z.ZodType<CreditParameterValues>

/** The editable parameters, in the order of the rules. */
export const creditParameterNames = Object.keys(creditParameterValues.shape) as readonly (keyof CreditParameterValues)[]

/** The values of a version in force, as the start of a draft. */
export function valuesOf(parameters: CreditParameters): CreditParameterValues {
  return creditParameterValues.parse(Object.fromEntries(creditParameterNames.map((name) => [name, parameters[name].value])))
}

/** The parameters in which two versions differ. */
export function changedParameters(before: CreditParameterValues, after: CreditParameterValues): readonly (keyof CreditParameterValues)[] {
  return creditParameterNames.filter((name) => !isSame(before[name], after[name]))
}

/** The values of ZZ-1. */
export const zz1Values: CreditParameterValues = valuesOf(ZZ_1.parameters)

function isSame(a: CreditParameterValues[keyof CreditParameterValues], b: CreditParameterValues[keyof CreditParameterValues]): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  const left = Object.entries(a)
  const right: Readonly<Record<string, unknown>> = { ...b }
  return left.every(([key, value]) => right[key] === value)
}
