import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { applyViolationEvent } from './apply-violation-event.ts'
import type { ViolationContext } from './decide-violation.ts'
import { decideViolation } from './decide-violation.ts'
import type { ViolationCase } from './violation-case.ts'
import type { ViolationCommand } from './violation-command.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

/** For tests: the first working day of the steps; its notice may be defended against until 2026-03-16. */
export const firstDay = new Date('2026-03-02T02:00:00Z')

/** For tests: the context of a step. */
export const contextAt = (now: Date): ViolationContext => ({ now, calendar: calendarOf2026, ruleSet: ZZ_LISTING_1 })

/** For tests: one valid command of each step. Wang reports, Li investigates, Zhao decides. */
export const steps = {
  report: {
    type: 'REPORT_VIOLATION',
    reporterId: 'wang',
    violationCode: 'V-RPT-01',
    severity: 'GENERAL',
    category: 'FALSE_REPORT',
    facts: '报告数据与现场不符',
    occurredOn: '2026-02-10',
  },
  open: { type: 'OPEN_BROKEN_COMMITMENTS', reporterId: null, breachIds: ['b1', 'b2', 'b3'], facts: '累计三次未履行承诺' },
  investigate: { type: 'START_INVESTIGATION', actorId: 'li' },
  notice: {
    type: 'SERVE_NOTICE',
    actorId: 'li',
    facts: '报告数据与现场不符',
    basis: '二(二)9',
    intendedMeasure: '列入黑名单一年',
    rightToDefend: '10个工作日内可陈述申辩',
    isReachable: true,
  },
  defend: { type: 'FILE_DEFENCE', filedById: 'party', statement: '仪器故障' },
  waive: { type: 'WAIVE_DEFENCE', waivedById: 'party', writtenWaiver: '放弃声明' },
  list: {
    type: 'DECIDE_LISTING',
    actorId: 'zhao',
    basis: '二(二)9',
    reasons: '证据确凿',
    publicUntilOn: '2026-12-31',
    publicationReason: null,
  },
  spare: { type: 'DECIDE_NO_LISTING', actorId: 'zhao', isViolationFound: true, basis: '二(二)9', reasons: '情节轻微' },
  close: { type: 'CLOSE_WITHOUT_FINDING', actorId: 'li', reasons: '查无实据' },
} as const satisfies Record<string, ViolationCommand>

/** For tests: the case after these steps, all taken on the first day. */
export function caseAfter(...commands: readonly ViolationCommand[]): ViolationCase | null {
  return commands.reduce<ViolationCase | null>((state, command) => {
    const decided = decideViolation(state, command, contextAt(firstDay))
    if (!decided.ok) throw new Error(`refused: ${decided.refusal.code}`)
    return applyViolationEvent(state, decided.value)
  }, null)
}
