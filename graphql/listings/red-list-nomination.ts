import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import { nominationOrigins, unmetCriteria } from '#domain/listings/red-list-findings.ts'
import type { CriterionFinding, NominationOrigin, RedListFindings } from '#domain/listings/red-list-findings.ts'
import { nominationSteps, nextNominationSteps } from '#domain/listings/next-nomination-steps.ts'
import type { NextNominationStep } from '#domain/listings/next-nomination-steps.ts'
import { nominationStates } from '#domain/listings/red-list-nomination.ts'
import { redListCriteria } from '#domain/listings/red-list-parameters.ts'
import type { RedListParameters } from '#domain/listings/red-list-parameters.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { listingRulesOn, redListFindingsOf } from '#services/listings/find-red-list-criteria.ts'
import { nominationStateOf } from '#services/listings/lock-nomination.ts'
import { nominationFacts, seesAllNominations } from '#services/listings/visible-nominations.ts'
import { stepsOf } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'
import { ListEntry } from './list-entry.ts'
import { Party } from './party.ts'
import { RedListObjection } from './red-list-objection.ts'

export const NominationOriginType = builder.enumType('NominationOrigin', { values: nominationOrigins })
export const NominationStateType = builder.enumType('NominationState', { values: nominationStates })
const Criterion = builder.enumType('RedListCriterion', { values: redListCriteria })
const NominationStep = builder.enumType('NominationStep', { values: nominationSteps })

type ShownFinding = { readonly finding: CriterionFinding; readonly isRequired: boolean; readonly basis: LegalBasis }

export const CriterionFindingType = builder.objectRef<ShownFinding>('CriterionFinding').implement({
  description: 'One criterion of the red list with what was found.',
  fields: (t) => ({
    criterion: t.field({ type: Criterion, resolve: ({ finding }) => finding.criterion }),
    isMet: t.boolean({ resolve: ({ finding }) => finding.isMet }),
    isRequired: t.exposeBoolean('isRequired', { description: 'For a nomination of this origin.' }),
    facts: t.field({ type: 'JSON', description: 'Numbers, days and grades.', resolve: ({ finding }) => finding }),
    textZh: t.string({ resolve: ({ basis }) => basis.textZh }),
    textEn: t.string({ resolve: ({ basis }) => basis.textEn }),
    evidence: t.string({ resolve: ({ basis }) => basis.evidence, description: 'S policy, F law read, E excerpt, D our own default.' }),
  }),
})

/** Findings with the rule behind each, and whether it binds. */
export function shownFindings(findings: RedListFindings, origin: NominationOrigin, now: Date): ShownFinding[] {
  const rules = listingRulesOn(now)
  const none = findings.map((finding) => ({ ...finding, isMet: false })) as RedListFindings
  const required = unmetCriteria(none, origin, rules)
  return findings.map((finding) => ({
    finding,
    isRequired: required.includes(finding.criterion),
    basis: rules.parameters[ruleOf[finding.criterion]].basis,
  }))
}

const ruleOf = {
  GRADE: 'redListGrade',
  REVIEWS: 'redListReviewedEngagements',
  NO_VIOLATION: 'redListCleanMonths',
  NOT_LISTED: 'redListAuthorityCriteria',
} as const satisfies Record<CriterionFinding['criterion'], keyof RedListParameters>

const NextStepType = builder.objectRef<NextNominationStep>('NextNominationStep').implement({
  fields: (t) => ({
    step: t.field({ type: NominationStep, resolve: ({ step }) => step }),
    obstacle: t.string({ nullable: true, description: 'Null: you may take it now.', resolve: ({ obstacle }) => obstacle?.code ?? null }),
    facts: t.field({ type: 'JSON', nullable: true, resolve: ({ obstacle }) => obstacle }),
  }),
})

export const RedListNomination = builder.prismaObject('RedListNomination', {
  description: '红名单推荐, as those who handle it see it.',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    party: t.relation('subject', { type: Party }),
    origin: t.field({ type: NominationOriginType, resolve: ({ origin }) => origin }),
    state: t.field({ type: NominationStateType, resolve: ({ state }) => state }),
    authority: t.string({
      nullable: true,
      select: { organisation: { select: { nameZh: true } } },
      resolve: ({ organisation }) => organisation?.nameZh ?? null,
    }),
    nominatedAt: t.expose('nominatedAt', { type: 'DateTime' }),
    reasons: t.exposeString('reasons'),
    basis: t.exposeString('basis'),
    findings: t.field({
      type: [CriterionFindingType],
      description: 'As found at the last step; while it is open, as found now.',
      resolve: async ({ findings, origin, state, subjectId }, _args, { prisma, clock }) => {
        const isOpen = state === 'NOMINATED' || state === 'PUBLICITY'
        const found = isOpen ? await redListFindingsOf(prisma, subjectId, clock.now()) : (findings as unknown as RedListFindings)
        return shownFindings(found, origin, clock.now())
      },
    }),
    publicFromOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.publicFromOn) }),
    publicUntilOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.publicUntilOn) }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionNumber: t.exposeString('decisionNumber', { nullable: true }),
    decisionReasons: t.exposeString('decisionReasons', { nullable: true }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    publicityWorkingDays: t.int({
      description: 'How long a publicity ordered today would last.',
      resolve: (_row, _args, { clock }) => listingRulesOn(clock.now()).parameters.redListPublicityWorkingDays.value,
    }),
    entries: t.relation('entries', { type: ListEntry }),
    objections: t.relation('objections', { type: RedListObjection, query: { orderBy: { filedAt: 'asc' } } }),
    course: t.field({
      type: [ProcedureStepType],
      resolve: async ({ id }, _args, { prisma, viewer }) => [
        ...(await stepsOf(prisma, 'RED_LIST', id, seesAllNominations(viewer) ? 'OFFICIALS' : 'PARTIES')),
      ],
    }),
    nextSteps: t.field({
      type: [NextStepType],
      select: { objections: { select: { state: true } } },
      resolve: async (row, _args, { prisma, viewer, clock }) => {
        const state = await nominationStateOf(prisma, row)
        const openObjections = row.objections.filter((one) => one.state === 'FILED').length
        const at = { today: shanghaiDayOf(clock.now()), openObjections }
        return [...nextNominationSteps(state, viewer, nominationFacts(row, state.examinedById), at)]
      },
    }),
  }),
})
