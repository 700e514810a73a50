import { can } from '#domain/access/can.ts'
import { ruleSetStates } from '#domain/credit/rule-set-draft.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetFacts } from '#services/credit/lock-rule-set.ts'
import { readRuleSets } from '#services/credit/read-rule-sets.ts'
import type { ReadParameter, ReadRuleSet } from '#services/credit/read-rule-sets.ts'
import { builder } from '../builder.ts'
import { RatingRun } from './rating-run.ts'
import { RatingSimulation } from './simulation.ts'

const RuleSetStateType = builder.enumType('RuleSetState', { values: ruleSetStates })

const RuleParameterType = builder.objectRef<ReadParameter>('RuleParameter').implement({
  description: 'One parameter of the rating in words, with where it rests. Evidence D is no law.',
  fields: (t) => ({
    name: t.string({ resolve: ({ name }) => name }),
    value: t.field({ type: 'JSON', resolve: ({ value }) => value }),
    textZh: t.string({ resolve: ({ basis }) => basis.textZh }),
    textEn: t.string({ resolve: ({ basis }) => basis.textEn }),
    instrument: t.string({ resolve: ({ basis }) => basis.instrument }),
    clause: t.string({ resolve: ({ basis }) => basis.clause }),
    evidence: t.string({ resolve: ({ basis }) => basis.evidence }),
    isChanged: t.exposeBoolean('isChanged', { description: 'Other than in the version it was drafted from.' }),
  }),
})

export const CreditRuleSetType = builder.objectRef<ReadRuleSet>('CreditRuleSet').implement({
  description: '信用评价规则版本: of the city, or an authority’s own standard 行业考评标准 for its items.',
  fields: (t) => ({
    version: t.exposeString('version'),
    state: t.field({ type: RuleSetStateType, resolve: ({ state }) => state }),
    isIndustry: t.boolean({ resolve: ({ organisationId }) => organisationId !== null }),
    isOwn: t.boolean({
      description: 'Of the viewer’s own body.',
      resolve: ({ organisationId }, _args, { viewer }) => organisationId !== null && organisationId === viewer.organisationId,
    }),
    bodyZh: t.exposeString('bodyZh', { nullable: true }),
    bodyEn: t.exposeString('bodyEn', { nullable: true }),
    serviceItemCodes: t.exposeStringList('serviceItemCodes'),
    basedOn: t.exposeString('basedOn', { nullable: true }),
    effectiveFrom: t.field({ type: 'Day', nullable: true, resolve: ({ effectiveFrom }) => effectiveFrom }),
    isInForce: t.boolean({
      description: 'Published and its day has come; the latest such version of the same rules counts.',
      resolve: ({ state, effectiveFrom }, _args, { clock }) =>
        state === 'PUBLISHED' && effectiveFrom !== null && effectiveFrom <= shanghaiDayOf(clock.now()),
    }),
    explanation: t.exposeString('explanation'),
    draftedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ draftedAt }) => draftedAt }),
    publishedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ publishedAt }) => publishedAt }),
    rowVersion: t.exposeInt('rowVersion'),
    parameters: t.field({ type: [RuleParameterType], resolve: ({ parameters }) => [...parameters] }),
    industry: t.field({
      type: 'JSON',
      nullable: true,
      description: 'IndustryParameters of domain/credit.',
      resolve: ({ industry }) => industry,
    }),
    mayEdit: t.boolean({
      resolve: (one, _args, { viewer }) => isOpen(one) && can(viewer, 'ruleSet.draft', ruleSetFacts(viewer, one)),
    }),
    mayPublish: t.boolean({
      description: 'Somebody else than who drafted it.',
      resolve: (one, _args, { viewer }) => isOpen(one) && can(viewer, 'ruleSet.publish', ruleSetFacts(viewer, one)),
    }),
    simulation: t.prismaField({
      type: RatingSimulation,
      nullable: true,
      description: 'The last one asked for; for the offices only.',
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        id === null || !can(viewer, 'ruleSet.view')
          ? null
          : prisma.ratingSimulation.findFirst({ ...query, where: { ruleSetId: id }, orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }] }),
    }),
    run: t.prismaField({
      type: RatingRun,
      nullable: true,
      description: 'How far the complete re-rating under it is.',
      resolve: (query, { version }, _args, { prisma }) => prisma.ratingRun.findUnique({ ...query, where: { ruleSetVersion: version } }),
    }),
  }),
})

const isOpen = (one: ReadRuleSet): one is ReadRuleSet & { readonly draftedById: string } =>
  one.state === 'DRAFT' && one.draftedById !== null

builder.queryField('creditRuleSets', (t) =>
  t.field({
    type: [CreditRuleSetType],
    description: 'Every version of the rating rules, newest first: published ones for everybody, drafts for those who may see them.',
    authScopes: { public: true },
    resolve: async (_root, _args, { prisma, viewer }) => [...(await readRuleSets(prisma, viewer))],
  }),
)

builder.queryField('creditRuleSet', (t) =>
  t.field({
    type: CreditRuleSetType,
    nullable: true,
    authScopes: { public: true },
    args: { version: t.arg.string() },
    resolve: async (_root, { version }, { prisma, viewer }) =>
      (await readRuleSets(prisma, viewer)).find((one) => one.version === version) ?? null,
  }),
)
