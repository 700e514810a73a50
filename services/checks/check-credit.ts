import { answerCreditCheck } from '#domain/checks/credit-answer.ts'
import type { CheckedStanding, CreditAnswer } from '#domain/checks/credit-answer.ts'
import { gradeOn } from '#domain/credit/read-standing.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { creditRuleSetsOf } from '../credit/load-rule-sets.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { readEarlyCode, readHeldStanding, readStanding, readSubjectCode } from './read-standing.ts'
import type { KeptStanding } from './read-standing.ts'

/** The answer to "may this one …", with the subject it is about. `isKnown` false: nothing was ever recorded here. */
export interface CheckedSubject {
  readonly subjectId: string | null
  readonly name: string | null
  /** USCC, or the masked identity number. */
  readonly code: string
  readonly isKnown: boolean
  readonly missCount: number
  readonly standingVersion: number | null
  readonly answer: CreditAnswer
}

/**
 * Credit check 信用核查 by USCC or identity number: one row read, compared with now. Leaves no trace; `issueCheckReceipt` does.
 * @throws ValidationError for a code that can't be one
 */
export async function checkCredit(context: UseCaseContext, code: string): Promise<CheckedSubject> {
  demand(context, 'credit.check')
  return lookUpSubject(context, code)
}

/** The check itself, for callers who have asked their own permission. */
export async function lookUpSubject(context: UseCaseContext, code: string): Promise<CheckedSubject> {
  const early = await readEarlyCode(context, code)
  if (early) return checkedSubjectOf(context.prisma, early, normaliseUscc(code), context.clock.now())
  const subjectCode = readSubjectCode(context, code)
  const kept = await readStanding(context, subjectCode)
  return checkedSubjectOf(
    context.prisma,
    kept,
    kept?.kind === 'ORGANISATION' && subjectCode.uscc ? subjectCode.uscc : subjectCode.shown,
    context.clock.now(),
  )
}

/** The same check inside a running transaction, of a subject whose row the caller holds: nothing changes between answer and act. */
export async function lookUpHeldSubject({ tx, now }: UnitOfWork, subjectId: string): Promise<CheckedSubject> {
  const { code, ...kept } = await readHeldStanding(tx, subjectId)
  return checkedSubjectOf(tx, kept, code, now)
}

async function checkedSubjectOf(tx: Tx, kept: KeptStanding | null, code: string, now: Date): Promise<CheckedSubject> {
  const standing = kept?.standing ?? null
  return {
    subjectId: kept?.subjectId ?? null,
    name: kept?.name ?? null,
    code,
    isKnown: kept !== null,
    missCount: standing?.missCount ?? 0,
    standingVersion: standing?.version ?? null,
    answer: answerCreditCheck(await readableStanding(tx, standing, shanghaiDayOf(now)), now),
  }
}

/** The kept row as of the day it is read; a subject nothing was ever recorded about stands clear and unrated, under the rules of the day. */
async function readableStanding(tx: Tx, standing: KeptStanding['standing'], day: CalendarDay): Promise<CheckedStanding> {
  if (standing) return { ...standing, grade: gradeOn(standing, day) }
  const { version } = unwrap(ruleSetOn(await creditRuleSetsOf(tx), day))
  return { lists: [], bars: [], grade: 'N', score: null, ruleSetVersion: version }
}
