import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { ZZ_LISTING_1 } from '#domain/listings/zz-listing-1.ts'
import type { Appeal, AppealedDecision } from './appeal.ts'
import type { AppealCommand } from './appeal-command.ts'
import type { RepairableEntry } from './credit-repair.ts'
import { applyAppealEvent, decideAppeal } from './decide-appeal.ts'
import type { RemedyContext } from './decide-appeal.ts'
import type { RepairCommand } from './repair-command.ts'

/** For tests: the context of a step. */
export const remedyContextAt = (now: Date): RemedyContext => ({ now, calendar: calendarOf2026, ruleSet: ZZ_LISTING_1 })

/** For tests: noon in Shanghai on that day. */
export const noonOf = (day: string): Date => new Date(`${day}T04:00:00Z`)

/** For tests: a general violation listed and served on Monday 2026-03-02 for its longest year; to be appealed until 2026-03-16. */
export function appealedDecision(facts: Partial<AppealedDecision> = {}): AppealedDecision {
  return {
    caseState: 'DECIDED_LISTED',
    isViolationFound: true,
    appealDueOn: '2026-03-16',
    entry: { status: 'ACTIVE', untilOn: '2027-03-02', earliestRepairOn: '2026-06-02' },
    reporterId: 'wang',
    investigatorId: 'li',
    deciderId: 'zhao',
    presiderId: 'sun',
    decidingChain: ['office', 'city'],
    otherAppeals: [],
    ...facts,
  }
}

/** For tests: one valid command of each step; Qian of another body reviews. */
export const appealSteps = {
  file: { type: 'FILE_APPEAL', filedById: 'party', grounds: '原始记录完整', request: '撤销决定' },
  withdraw: { type: 'WITHDRAW_APPEAL' },
  refuse: { type: 'REFUSE_ADMISSION', actorId: 'qian', bodyId: 'review', basis: 'R5', reasons: '未经授权' },
  review: { type: 'START_REVIEW', actorId: 'qian', bodyId: 'review' },
  annul: {
    type: 'DECIDE_APPEAL',
    actorId: 'qian',
    bodyId: 'review',
    outcome: 'ANNULLED',
    basis: 'R5',
    reasons: '事实不清',
    newUntilOn: null,
  },
  vary: {
    type: 'DECIDE_APPEAL',
    actorId: 'qian',
    bodyId: 'review',
    outcome: 'VARIED',
    basis: 'R5',
    reasons: '过重',
    newUntilOn: '2026-09-02',
  },
  uphold: {
    type: 'DECIDE_APPEAL',
    actorId: 'qian',
    bodyId: 'review',
    outcome: 'UPHELD',
    basis: 'R5',
    reasons: '适当',
    newUntilOn: null,
  },
  fell: { type: 'RECORD_ANNULMENT' },
} as const satisfies Record<string, AppealCommand>

/** For tests: the appeal after these steps, all on 2026-03-03. */
export function appealAfter(...commands: readonly AppealCommand[]): Appeal | null {
  return commands.reduce<Appeal | null>((state, command) => {
    const decided = decideAppeal(state, appealedDecision(), command, remedyContextAt(noonOf('2026-03-03')))
    if (!decided.ok) throw new Error(`refused: ${decided.refusal.code}`)
    return applyAppealEvent(state, decided.value)
  }, null)
}

/** For tests: the entry of the rulebook: general, document of 2026-04-10, public for the longest year. */
export function repairableEntry(facts: Partial<RepairableEntry> = {}): RepairableEntry {
  return {
    list: 'BLACKLIST',
    status: 'ACTIVE',
    untilOn: '2027-04-10',
    earliestRepairOn: '2026-07-10',
    reporterId: 'wang',
    investigatorId: 'li',
    hasOpenRepair: false,
    ...facts,
  }
}

/** For tests: one valid command of each step of a repair. */
export const repairSteps = {
  file: { type: 'FILE_REPAIR', filedById: 'party', correction: '已退费', performance: '罚款已缴', commitment: '承诺守信经营' },
  withdraw: { type: 'WITHDRAW_REPAIR' },
  grant: { type: 'GRANT_REPAIR', actorId: 'zhao', isCorrected: true, isPerformed: true, basis: '信用修复管理办法', reasons: '条件具备' },
  refuse: { type: 'REFUSE_REPAIR', actorId: 'zhao', basis: '信用修复管理办法', reasons: '未退费' },
  fell: { type: 'RECORD_ANNULMENT' },
} as const satisfies Record<string, RepairCommand>
