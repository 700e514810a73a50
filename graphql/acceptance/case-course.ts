import { filingGapCodes } from '#domain/acceptance/filing.ts'
import type { FilingGap } from '#domain/acceptance/filing.ts'
import { nonAcceptanceGrounds } from '#domain/acceptance/non-acceptance.ts'
import type { TimeLimitState } from '#domain/acceptance/time-limit.ts'
import { pauseCauses } from '#domain/commitments/pause-causes.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { NoticedMaterial } from '#services/acceptance/case-papers.ts'
import type { RecognisedApplicant } from '#services/acceptance/recognise-applicant.ts'
import { recogniseApplicant } from '#services/acceptance/recognise-applicant.ts'
import { builder } from '../builder.ts'
import { MaterialPresence } from './mode-decision.ts'

export const PauseCause = builder.enumType('PauseCause', { values: pauseCauses })
export const NonAcceptanceGround = builder.enumType('NonAcceptanceGround', { values: nonAcceptanceGrounds })
export const IntakeChannel = builder.enumType('IntakeChannel', { values: ['WINDOW', 'ONLINE', 'POST', 'SYSTEM'] as const })
const FilingGapCode = builder.enumType('FilingGapCode', { values: filingGapCodes })

builder.prismaObject('CasePause', {
  description: '时限中止: days that don’t count, with their lawful basis.',
  fields: (t) => ({
    key: t.exposeID('id'),
    cause: t.field({ type: PauseCause, resolve: ({ cause }) => cause }),
    basis: t.exposeString('basis'),
    reasons: t.exposeString('reasons'),
    fromOn: t.field({ type: 'Day', resolve: ({ fromOn }) => fromDbDay(fromOn) }),
    untilOn: t.field({ type: 'Day', nullable: true, resolve: ({ untilOn }) => fromDbDayOrNull(untilOn) }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.prismaObject('ModeException', {
  description: '例外准用: a reason against a mode that a manager set aside in writing.',
  fields: (t) => ({
    refusalCode: t.exposeString('refusalCode'),
    mode: t.exposeString('mode'),
    reasons: t.exposeString('reasons'),
    basis: t.exposeString('basis'),
    grantedAt: t.expose('grantedAt', { type: 'DateTime' }),
  }),
})

export const TimeLimitType = builder.objectRef<TimeLimitState>('CaseTimeLimit').implement({
  description: 'Where the time limit stands at the end of today.',
  fields: (t) => ({
    usedWorkingDays: t.exposeInt('usedWorkingDays'),
    remainingWorkingDays: t.exposeInt('remainingWorkingDays'),
    isPaused: t.exposeBoolean('isPaused'),
    dueOn: t.field({ type: 'Day', resolve: ({ dueOn }) => dueOn }),
  }),
})

export const FilingGapType = builder.objectRef<FilingGap>('FilingGap').implement({
  description: 'What is missing before a draft is filed.',
  fields: (t) => ({
    code: t.field({ type: FilingGapCode, resolve: ({ code }) => code }),
    seq: t.exposeInt('seq', { nullable: true, description: 'Of the material.' }),
    isBlocking: t.exposeBoolean('isBlocking', { description: 'It can’t be filed like this.' }),
  }),
})

export const NoticedMaterialType = builder.objectRef<NoticedMaterial>('NoticedMaterial').implement({
  description: 'A material as the correction notice listed it.',
  fields: (t) => ({
    seq: t.exposeInt('seq'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    presence: t.field({ type: MaterialPresence, resolve: ({ presence }) => presence }),
    note: t.exposeString('note', { nullable: true }),
  }),
})

const KnownProject = builder.objectRef<RecognisedApplicant['projects'][number]>('KnownProject').implement({
  fields: (t) => ({ projectName: t.exposeString('projectName'), projectCode: t.exposeString('projectCode', { nullable: true }) }),
})

const RecognisedApplicantType = builder.objectRef<RecognisedApplicant>('RecognisedApplicant').implement({
  description: 'An applicant as your agency knows it from earlier cases.',
  fields: (t) => ({
    name: t.exposeString('name'),
    shownCode: t.exposeString('shownCode', { description: 'An identity number only ever masked.' }),
    caseCount: t.exposeInt('caseCount', { description: 'Cases at your agency.' }),
    projects: t.field({ type: [KnownProject], resolve: ({ projects }) => [...projects] }),
  }),
})

builder.queryField('recognisedApplicant', (t) =>
  t.field({
    type: RecognisedApplicantType,
    nullable: true,
    description: 'Who the applicant at your counter is, by USCC or identity number; null for somebody never met.',
    args: { code: t.arg.string() },
    authScopes: { may: 'case.open' },
    resolve: (_root, { code }, context) => recogniseApplicant(context, { code }),
  }),
)
