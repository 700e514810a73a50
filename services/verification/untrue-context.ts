import type { CommitmentState } from '#domain/commitments/commitment-state.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { UntrueContext } from '#domain/verification/decide-untrue.ts'
import { verificationRuleSetOn } from '#domain/verification/verification-rule-set.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** What a step of today in the finding of untruth is decided against. */
export async function untrueContext({ tx, now }: UnitOfWork, commitmentState: CommitmentState): Promise<UntrueContext> {
  return { commitmentState, now, calendar: await loadCalendar(tx), ruleSet: unwrap(verificationRuleSetOn(shanghaiDayOf(now))) }
}
