import { can } from '#domain/access/can.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { annulAssessment } from '#services/credit/annul-assessment.ts'
import { recordAssessment } from '#services/credit/record-assessment.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const IndustryAssessment = builder.prismaObject('IndustryAssessment', {
  description: '行业考评: one assessment as its authority sees it, annulled ones too.',
  fields: (t) => ({
    key: t.exposeID('id'),
    period: t.exposeString('period'),
    score: t.exposeFloat('score'),
    firmName: t.string({ select: { subject: { select: { name: true } } }, resolve: ({ subject }) => subject.name }),
    uscc: t.string({ select: { subject: { select: { uscc: true } } }, resolve: ({ subject }) => subject.uscc ?? '' }),
    recordedOn: t.field({ type: 'Day', resolve: ({ recordedAt }) => shanghaiDayOf(recordedAt) }),
    annulledOn: t.field({ type: 'Day', nullable: true, resolve: ({ annulledAt }) => annulledAt && shanghaiDayOf(annulledAt) }),
    annulReason: t.exposeString('annulReason', { nullable: true }),
    mayAnnul: t.boolean({
      description: 'Recorded by somebody else of the authority.',
      select: { ruleSet: { select: { organisationId: true } } },
      resolve: ({ annulledAt, assessedById, subjectId, ruleSet }, _args, { viewer }) =>
        annulledAt === null &&
        can(viewer, 'assessment.annul', {
          agencyOrganisationId: ruleSet.organisationId,
          concernedSubjectId: subjectId,
          reporterUserId: assessedById,
        }),
    }),
  }),
})

builder.queryField('industryAssessments', (t) =>
  t.prismaConnection({
    type: IndustryAssessment,
    cursor: 'id',
    description: 'Of the own authority, newest first.',
    authScopes: { may: 'assessment.record' },
    args: { version: t.arg.string() },
    totalCount: (_parent, { version }, { prisma, viewer }) =>
      prisma.industryAssessment.count({ where: ofOwn(version, viewer.organisationId) }),
    resolve: (query, _root, { version }, { prisma, viewer }) =>
      prisma.industryAssessment.findMany({
        ...query,
        where: ofOwn(version, viewer.organisationId),
        orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

const ofOwn = (version: string, organisationId: string | null) => ({ ruleSet: { version, organisationId: organisationId ?? '' } })

const AssessedCriterionInput = builder.inputType('AssessedCriterionInput', {
  fields: (t) => ({ code: t.string(), points: t.float(), reason: t.string() }),
})

builder.relayMutationField(
  'recordAssessment',
  {
    inputFields: (t) => ({
      version: t.string(),
      uscc: t.string(),
      period: t.string({ description: 'e.g. 2026-H1' }),
      criteria: t.field({ type: [AssessedCriterionInput] }),
    }),
  },
  {
    description: 'Record an assessment of one institution under the own standard in force.',
    authScopes: { may: 'assessment.record' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await recordAssessment(context, input) }),
  },
  { outputFields: (t) => ({ key: t.id({ resolve: ({ id }) => id }) }) },
)

builder.relayMutationField(
  'annulAssessment',
  { inputFields: (t) => ({ key: t.string(), reason: t.string() }) },
  {
    description: 'Annul an assessment that somebody else of the authority recorded, with reasons.',
    authScopes: { may: 'assessment.annul' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await annulAssessment(context, input) }),
  },
  { outputFields: (t) => ({ key: t.id({ resolve: ({ id }) => id }) }) },
)
