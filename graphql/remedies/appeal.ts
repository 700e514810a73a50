import { appealStates, finalAppealStates } from '#domain/remedies/appeal.ts'
import { nextAppealSteps } from '#domain/remedies/next-remedy-steps.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { appealedCaseFacts, appealedDecision, appealFacts } from '#services/remedies/appealed-decision.ts'
import { appealState } from '#services/remedies/lock-appeal.ts'
import { readsRemedyAsOfficial, visibleAppeals } from '#services/remedies/visible-remedies.ts'
import { builder } from '../builder.ts'
import { Party } from '../listings/party.ts'
import { ViolationCase } from '../listings/violation-case.ts'
import { Remedy } from './remedy.ts'
import { byRemedyText, NextRemedyStepType, RemedyFilter } from './remedy-step.ts'

const AppealState = builder.enumType('AppealState', { values: appealStates })
const open = appealStates.filter((state) => !finalAppealStates.includes(state))

export const Appeal = builder.prismaNode('Appeal', {
  id: { field: 'id' },
  interfaces: [Remedy],
  description: '申诉: by the party, decided afresh by a reviewer outside the chain of who decided.',
  fields: (t) => ({
    state: t.field({ type: AppealState, resolve: ({ state }) => state }),
    case: t.relation('case', { type: ViolationCase }),
    party: t.field({
      type: Party,
      select: (_args, _context, nested) => ({ case: { select: { subject: nested() } } }),
      resolve: (row) => row.case.subject,
    }),
    grounds: t.exposeString('grounds'),
    request: t.exposeString('request'),
    reviewer: t.string({
      nullable: true,
      description: 'For officials only.',
      resolve: async ({ reviewerId, subjectId }, _args, { prisma, viewer }) => {
        if (reviewerId === null || !readsRemedyAsOfficial(viewer, { subjectId })) return null
        return (await prisma.user.findUnique({ where: { id: reviewerId }, select: { name: true } }))?.name ?? null
      },
    }),
    reviewStartedAt: t.expose('reviewStartedAt', { type: 'DateTime', nullable: true }),
    decisionNumber: t.exposeString('decisionNumber', { nullable: true }),
    decisionBasis: t.exposeString('decisionBasis', { nullable: true }),
    decisionReasons: t.exposeString('decisionReasons', { nullable: true }),
    newUntilOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'VARIED: the new last public day; null there means that the entry fell and the finding stayed.',
      resolve: (row) => fromDbDayOrNull(row.newUntilOn),
    }),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    nextSteps: t.field({
      type: [NextRemedyStepType],
      select: { case: { include: appealedCaseFacts } },
      resolve: async (row, _args, { prisma, viewer }) => {
        const decision = await appealedDecision(prisma, row.case, row.id)
        return [...nextAppealSteps(appealState(row), decision, viewer, appealFacts(row, decision))]
      },
    }),
  }),
})

builder.queryField('appeal', (t) =>
  t.prismaField({
    type: Appeal,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'remedy.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.appeal.findFirst({ ...query, where: { AND: [{ number }, visibleAppeals(viewer)] } }),
  }),
)

builder.queryField('appeals', (t) =>
  t.prismaConnection({
    type: Appeal,
    cursor: 'id',
    description: 'The appeals you may see, the earliest answer due first.',
    args: { filter: t.arg({ type: RemedyFilter, required: false }) },
    authScopes: { may: 'remedy.view' },
    totalCount: (_root, { filter }, { prisma, viewer }) =>
      prisma.appeal.count({ where: appealsWhere(filter ?? {}, visibleAppeals(viewer)) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.appeal.findMany({
        ...query,
        where: appealsWhere(filter ?? {}, visibleAppeals(viewer)),
        orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
      }),
  }),
)

function appealsWhere(
  { isOpen, text }: { readonly isOpen?: boolean | null; readonly text?: string | null },
  visible: Prisma.AppealWhereInput,
): Prisma.AppealWhereInput {
  const states = isOpen == null ? {} : { state: isOpen ? { in: open } : { notIn: open } }
  const found = byRemedyText(text)
  return { AND: [visible, states, found ? { OR: [{ number: found.number }, { case: { subject: found.subject } }] } : {}] }
}
