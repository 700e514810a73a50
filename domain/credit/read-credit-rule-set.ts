import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { RuleParameter } from '#domain/kernel/rule-set.ts'
import type { CreditParameterValues } from './credit-parameter-values.ts'
import { changedParameters, creditParameterNames, creditParameterValues, zz1Values } from './credit-parameter-values.ts'
import { wordsOfParameter } from './credit-parameter-words.ts'
import type { CreditParameters, CreditRuleSet } from './credit-rule-set.ts'
import { ZZ_1 } from './credit-rule-set.ts'

/** A version as it is stored. */
export interface StoredCreditRuleSet {
  readonly version: string
  readonly effectiveFrom: CalendarDay
  /** CreditParameterValues, as they came from the database. */
  readonly parameters: unknown
}

/**
 * A stored version as rules. What it leaves as in ZZ-1 keeps the basis of ZZ-1; what it changes rests on the version itself, and says that
 * no higher source prescribes it.
 * @throws RangeError when the row is not a version of these rules
 */
export function readCreditRuleSet({ version, effectiveFrom, parameters: stored }: StoredCreditRuleSet): CreditRuleSet {
  const read = creditParameterValues.safeParse(stored)
  if (!read.success) throw new RangeError(`rule set ${version} can't be read: ${read.error.message}`)
  const parameters = parametersOf(version, read.data)
  return {
    version,
    effectiveFrom,
    effectiveTo: null,
    legalBasis: Object.values(parameters).map((parameter: RuleParameter<unknown>) => parameter.basis),
    parameters,
  }
}

function parametersOf(version: string, values: CreditParameterValues): CreditParameters {
  const changed = new Set(changedParameters(zz1Values, values))
  const own = creditParameterNames.filter((name) => changed.has(name)).map((name) => [name, ownParameter(version, name, values)])
  return { ...ZZ_1.parameters, ...(Object.fromEntries(own) as Partial<CreditParameters>) }
}

function ownParameter<K extends keyof CreditParameterValues>(
  version: string,
  name: K,
  values: CreditParameterValues,
): RuleParameter<CreditParameterValues[K]> {
  const { textZh, textEn } = wordsOfParameter(name, values[name])
  return {
    value: values[name],
    basis: {
      instrument: `信用评价规则 ${version}`,
      clause: ZZ_1.parameters[name].basis.clause.replace(ZZ_1.version, version),
      textZh: `${textZh}（本市发布的参数，无上位依据）`,
      textEn: `${textEn} (set by the publishing office; no higher source)`,
      evidence: 'D',
    },
    isUnderLegalReview: false,
  }
}
