import type { CheckReason, PurposeAnswer } from '#domain/checks/credit-answer.ts'
import { checkCredit } from '#services/checks/check-credit.ts'
import type { CheckedSubject } from '#services/checks/check-credit.ts'
import { ForbiddenError, ValidationError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'

const CheckResult = builder.enumType('CheckResult', {
  values: {
    CLEAR: { description: 'Nothing speaks against it.' },
    CAUTION: { description: 'Nothing forbids it, but look.' },
    BARRED: { description: 'Forbidden today.' },
  },
} as const)

const CheckPurpose = builder.enumType('CheckPurpose', {
  values: ['PROVIDE_SERVICES', 'PRESELECTION', 'TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING'],
} as const)

const CheckReasonType = builder.objectRef<CheckReason>('CheckReason').implement({
  description: 'Why: code, clause, first and last day (null: for life or open), the entry or breach behind it.',
  fields: (t) => ({
    code: t.exposeString('code'),
    clause: t.exposeString('clause'),
    from: t.field({ type: 'Day', resolve: (reason) => reason.from }),
    until: t.field({ type: 'Day', nullable: true, resolve: (reason) => reason.until }),
    source: t.exposeString('source', { nullable: true }),
    isHold: t.exposeBoolean('isHold'),
    isUnderAppeal: t.exposeBoolean('isUnderAppeal'),
  }),
})

const PurposeAnswerType = builder.objectRef<PurposeAnswer>('PurposeAnswer').implement({
  fields: (t) => ({
    purpose: t.field({ type: CheckPurpose, resolve: (answer) => answer.purpose }),
    result: t.field({ type: CheckResult, resolve: (answer) => answer.result }),
    reasons: t.field({ type: [CheckReasonType], resolve: (answer) => [...answer.reasons] }),
  }),
})

export const CreditCheck = builder.objectRef<CheckedSubject>('CreditCheck').implement({
  description: '信用核查: what holds for a subject now, per purpose, with reasons.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'USCC, or the masked identity number.' }),
    name: t.exposeString('name', { nullable: true }),
    isKnown: t.exposeBoolean('isKnown', { description: 'False: nothing was ever recorded about this subject here.' }),
    missCount: t.exposeInt('missCount', { description: 'Commitments missed over the whole history, annulled ones not counted.' }),
    result: t.field({ type: CheckResult, resolve: ({ answer }) => answer.result }),
    purposes: t.field({ type: [PurposeAnswerType], resolve: ({ answer }) => [...answer.purposes] }),
    grade: t.string({ resolve: ({ answer }) => answer.grade }),
    score: t.float({ nullable: true, resolve: ({ answer }) => answer.score }),
    checkedAt: t.field({ type: 'DateTime', resolve: ({ answer }) => new Date(answer.checkedAt) }),
    ruleSetVersion: t.string({ resolve: ({ answer }) => answer.ruleSetVersion }),
  }),
})

builder.queryField('creditCheck', (t) =>
  t.field({
    type: CreditCheck,
    description: 'Check a subject before acceptance, by USCC or resident identity number. Leaves no trace; see issueCheckReceipt.',
    args: { code: t.arg.string() },
    authScopes: { may: 'credit.check' },
    errors: { types: [ValidationError, ForbiddenError] },
    resolve: (_root, { code }, context) => checkCredit(context, code),
  }),
)
