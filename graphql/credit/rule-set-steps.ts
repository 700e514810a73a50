import { discardRuleSet } from '#services/credit/discard-rule-set.ts'
import { draftRuleSet } from '#services/credit/draft-rule-set.ts'
import { editRuleSet } from '#services/credit/edit-rule-set.ts'
import { publishRuleSet } from '#services/credit/publish-rule-set.ts'
import { readRuleSets } from '#services/credit/read-rule-sets.ts'
import { simulateRuleSet } from '#services/credit/simulate-rule-set.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { CreditRuleSetType } from './rule-set.ts'

const RuleSetStep = builder.objectRef<{ readonly id: string }>('RuleSetStepTaken').implement({
  description: 'The version after the step.',
  fields: (t) => ({
    ruleSet: t.field({
      type: CreditRuleSetType,
      nullable: true,
      resolve: async ({ id }, _args, { prisma, viewer }) => (await readRuleSets(prisma, viewer)).find((one) => one.id === id) ?? null,
    }),
  }),
})

builder.relayMutationField(
  'draftRuleSet',
  { inputFields: (t) => ({ serviceItemCodes: t.stringList({ required: false }) }) },
  {
    description: 'Draft the next version of the city’s rating, or of the own industry standard for the items named.',
    authScopes: { may: 'ruleSet.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { serviceItemCodes, ...input } }, context) => ({
      id: await draftRuleSet(context, { ...input, serviceItemCodes: serviceItemCodes ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: RuleSetStep, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'editRuleSet',
  {
    inputFields: (t) => ({
      version: t.string(),
      rowVersion: t.int(),
      explanation: t.string(),
      parameters: t.field({ type: 'JSON', description: 'CreditParameterValues or IndustryParameters of domain/credit.' }),
    }),
  },
  {
    description: 'Change a draft; every parameter is given.',
    authScopes: { may: 'ruleSet.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await editRuleSet(context, { ...input, parameters: input.parameters }) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: RuleSetStep, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'discardRuleSet',
  { inputFields: (t) => ({ version: t.string(), rowVersion: t.int() }) },
  {
    description: 'Give a draft up.',
    authScopes: { may: 'ruleSet.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await discardRuleSet(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: RuleSetStep, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'simulateRuleSet',
  { inputFields: (t) => ({ version: t.string(), rowVersion: t.int() }) },
  {
    description: 'Ask for a simulation of the draft as it stands; the worker runs it.',
    authScopes: { may: 'ruleSet.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await simulateRuleSet(context, input) }),
  },
  { outputFields: (t) => ({ simulationKey: t.id({ resolve: ({ id }) => id }) }) },
)

builder.relayMutationField(
  'publishRuleSet',
  { inputFields: (t) => ({ version: t.string(), rowVersion: t.int(), effectiveFrom: t.field({ type: 'Day' }) }) },
  {
    description: 'Publish a draft for a later day: somebody else than who drafted it.',
    authScopes: { may: 'ruleSet.publish' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await publishRuleSet(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: RuleSetStep, resolve: (taken) => taken }) }) },
)
