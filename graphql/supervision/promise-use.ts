import { citeBasis } from '#domain/kernel/rule-set.ts'
import { unusualSigns, unusualSignsOf, unusualUseBasis, unusualUseParameters } from '#domain/supervision/unusual-promises.ts'
import type { promiseActors } from '#domain/supervision/unusual-promises.ts'
import { loadPromiseUse } from '#services/supervision/load-promise-use.ts'
import type { ActorUse } from '#services/supervision/load-promise-use.ts'
import { builder } from '../builder.ts'

const PromiseActorType = builder.enumType('PromiseActor', {
  values: {
    OFFICER: { description: 'Who takes promises.' },
    APPLICANT: { description: 'Who gives them.' },
    INTERMEDIARY: { description: 'Whose results are promised.' },
  },
} as const satisfies { values: Record<(typeof promiseActors)[number], unknown> })
const UnusualSignType = builder.enumType('UnusualSign', { values: unusualSigns })

const PromiseUseType = builder.objectRef<ActorUse>('PromiseUse').implement({
  description: 'Somebody’s use of tolerance in the window, beside that of the others.',
  fields: (t) => ({
    name: t.exposeString('name'),
    organisationName: t.exposeString('organisationName', { nullable: true, description: 'Of an officer: the agency.' }),
    cases: t.exposeInt('cases', { description: 'Accepted in the window.' }),
    promises: t.exposeInt('promises'),
    broken: t.exposeInt('broken'),
    peerCases: t.exposeInt('peerCases', { description: 'Of the others: of the same agency, else of everybody.' }),
    peerPromises: t.exposeInt('peerPromises'),
    peerBroken: t.exposeInt('peerBroken'),
    signs: t.field({
      type: [UnusualSignType],
      description: 'A reason to look, never a finding.',
      resolve: (use) => [...unusualSignsOf(use)],
    }),
  }),
})

interface UseOverview {
  readonly actor: (typeof promiseActors)[number]
  readonly first: number
}

const PromiseUseOverview = builder.objectRef<UseOverview>('PromiseUseOverview').implement({
  fields: (t) => ({
    windowDays: t.int({ resolve: () => unusualUseParameters.windowDays }),
    clause: t.string({ resolve: () => citeBasis(unusualUseBasis) }),
    ruleZh: t.string({ resolve: () => unusualUseBasis.textZh }),
    ruleEn: t.string({ resolve: () => unusualUseBasis.textEn }),
    uses: t.field({
      type: [PromiseUseType],
      description: 'The most promises first.',
      resolve: async ({ actor, first }, _args, { prisma, clock }) => [...(await loadPromiseUse(prisma, actor, clock.now(), first))],
    }),
  }),
})

builder.queryField('promiseUse', (t) =>
  t.field({
    type: PromiseUseOverview,
    description: 'Who takes, gives and carries promises how often, and what is unusual about it.',
    args: { actor: t.arg({ type: PromiseActorType }), first: t.arg.int({ required: false, description: '50 unless told, 200 at most.' }) },
    authScopes: { may: 'promise.oversee' },
    resolve: (_root, { actor, first }): UseOverview => ({ actor, first: Math.min(200, Math.max(1, first ?? 50)) }),
  }),
)
