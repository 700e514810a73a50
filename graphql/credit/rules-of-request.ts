import type { CreditRuleSet } from '#domain/credit/credit-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { creditRuleSetsOf } from '#services/credit/load-rule-sets.ts'
import { unwrap } from '#services/kernel/unwrap.ts'
import type { GraphqlContext } from '../context.ts'

const loaded = new WeakMap<GraphqlContext, Promise<readonly CreditRuleSet[]>>()

/** The versions of the credit rating, read once a request however many fields ask. */
export function rulesOfRequest(context: GraphqlContext): Promise<readonly CreditRuleSet[]> {
  const rules = loaded.get(context) ?? creditRuleSetsOf(context.prisma)
  loaded.set(context, rules)
  return rules
}

/** The version in force at that moment. */
export async function creditRulesAt(context: GraphqlContext, at: Date): Promise<CreditRuleSet> {
  return unwrap(ruleSetOn(await rulesOfRequest(context), shanghaiDayOf(at)))
}
