import { complaintRuleSets } from '#domain/complaints/complaint-rule-set.ts'
import type { ComplaintRuleSet } from '#domain/complaints/complaint-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** The rules of reports and complaints in force at that instant. */
export const complaintRulesOn = (now: Date): ComplaintRuleSet => unwrap(ruleSetOn(complaintRuleSets, shanghaiDayOf(now)))
