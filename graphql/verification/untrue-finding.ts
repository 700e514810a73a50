import { can } from '#domain/access/can.ts'
import { untrueStates } from '#domain/verification/untrue-finding.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { findingFacts, separationOf } from '#services/verification/lock-finding.ts'
import { readerOf, stepsOf } from '#services/procedures/steps-of.ts'
import { visibleFindings } from '#services/verification/visible-verification.ts'
import { builder } from '../builder.ts'
import { Commitment } from '../commitments/commitment.ts'
import { procedureFiles, ProcedureFile } from '../files/form-file.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'

const UntrueState = builder.enumType('UntrueState', {
  values: {
    NOTICED: { description: '告知' },
    DEFENCE_FILED: { description: '已陈述申辩' },
    FOUND: { description: '认定不实' },
    NOT_FOUND: { description: '不予认定' },
  },
} as const)

const parts = { state: true, proposedById: true, defenceDueOn: true, commitment: { include: { case: true } } } as const

export const UntrueFinding = builder.prismaNode('UntrueFinding', {
  id: { field: 'id' },
  description: '承诺不实认定: from the notice to the decision of another.',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'Also the number of the notice.' }),
    version: t.exposeInt('version'),
    state: t.field({ type: UntrueState, resolve: ({ state }) => state }),
    commitment: t.relation('commitment', { type: Commitment }),
    facts: t.exposeString('facts'),
    basis: t.exposeString('basis'),
    noticedAt: t.expose('noticedAt', { type: 'DateTime' }),
    defenceDueOn: t.field({ type: 'Day', resolve: ({ defenceDueOn }) => fromDbDay(defenceDueOn) }),
    defenceText: t.exposeString('defenceText', { nullable: true }),
    defenceFiledAt: t.expose('defenceFiledAt', { type: 'DateTime', nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionNumber: t.exposeString('decisionNumber', { nullable: true }),
    decisionReasons: t.exposeString('decisionReasons', { nullable: true }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    canDefend: t.boolean({
      description: 'Whether the promise is yours to defend.',
      select: parts,
      resolve: (row, _args, { viewer }) => can(viewer, 'untrue.defend', findingFacts(row)),
    }),
    canDecide: t.boolean({
      description: 'Whether you may decide: neither who proposed nor the officer of the case.',
      select: parts,
      resolve: (row, _args, { viewer }) => can(viewer, 'untrue.decide', findingFacts(row)),
    }),
    keptFromDeciding: t.string({
      nullable: true,
      description: 'PROPOSER or OFFICER: why a manager of the agency may not decide.',
      select: parts,
      resolve: (row, _args, { viewer }) => separationOf(row, viewer.userId),
    }),
    steps: t.field({
      type: [ProcedureStepType],
      select: { id: true, commitment: { select: { subjectId: true } } },
      resolve: async ({ id, commitment }, _args, { prisma, viewer }) => {
        const isParty = viewer.subjectId === commitment.subjectId
        return [
          ...(await stepsOf(
            prisma,
            'UNTRUE_FINDING',
            id,
            readerOf(viewer, { isOfficial: !isParty, concernedSubjectId: commitment.subjectId }),
          )),
        ]
      },
    }),
    files: t.field({
      type: [ProcedureFile],
      description: 'What the party put forward.',
      resolve: ({ id }, _args, context) => procedureFiles(context, 'UNTRUE_FINDING', id),
    }),
  }),
})

builder.queryField('untrueFindings', (t) =>
  t.prismaConnection({
    type: UntrueFinding,
    cursor: 'id',
    description: 'The findings you may see, the latest first.',
    args: { states: t.arg({ type: [UntrueState], required: false }) },
    authScopes: { may: 'untrue.view' },
    totalCount: (_root, { states }, { prisma, viewer }) =>
      prisma.untrueFinding.count({ where: { AND: [visibleFindings(viewer), { state: { in: [...(states ?? untrueStates)] } }] } }),
    resolve: (query, _root, { states }, { prisma, viewer }) =>
      prisma.untrueFinding.findMany({
        ...query,
        where: { AND: [visibleFindings(viewer), { state: { in: [...(states ?? untrueStates)] } }] },
        orderBy: [{ noticedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.queryField('untrueFinding', (t) =>
  t.prismaField({
    type: UntrueFinding,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'untrue.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.untrueFinding.findFirst({ ...query, where: { AND: [{ number }, visibleFindings(viewer)] } }),
  }),
)
