import { toleranceRuleSetOn } from './tolerance-rule-set.ts'
import type { ToleranceParameters } from './tolerance-parameters.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

const inForce = toleranceRuleSetOn('2026-03-02')
if (!inForce.ok) throw new Error('no tolerance rules in force')

/** For tests: the rules in force in March 2026. */
export const zzTolerance1: ToleranceRuleSet = inForce.value

/** For tests: the same rules with other values, as a later version could have them. */
export function variantOf(values: { readonly [Name in keyof ToleranceParameters]?: ToleranceParameters[Name]['value'] }): ToleranceRuleSet {
  const changed = Object.entries(values).map(([name, value]) => [
    name,
    { ...zzTolerance1.parameters[name as keyof ToleranceParameters], value },
  ])
  return { ...zzTolerance1, parameters: { ...zzTolerance1.parameters, ...(Object.fromEntries(changed) as Partial<ToleranceParameters>) } }
}

/** For tests: an instant given in Shanghai time, '2026-03-02 23:59:59.999'. */
export function shanghai(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}+08:00`)
}
