import { appealObstacle } from '#domain/remedies/decide-appeal.ts'
import type { AppealRefusal } from '#domain/remedies/appeal-command.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { appealedCaseFacts, decisionWithoutChain } from '#services/remedies/appealed-decision.ts'
import type { AppealedCase } from '#services/remedies/appealed-decision.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'

interface AppealableDecision {
  readonly row: AppealedCase
  readonly obstacle: AppealRefusal | null
}

const AppealableDecisionType = builder.objectRef<AppealableDecision>('AppealableDecision').implement({
  description: 'A decision against you: until when it can be appealed, or why it cannot.',
  fields: (t) => ({
    caseNumber: t.string({ resolve: ({ row }) => row.number }),
    decisionNumber: t.string({ nullable: true, resolve: ({ row }) => row.decisionNumber }),
    decidedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ row }) => row.decidedAt }),
    servedOn: t.field({ type: 'Day', nullable: true, resolve: ({ row }) => fromDbDayOrNull(row.decisionServedOn) }),
    appealDueOn: t.field({ type: 'Day', nullable: true, resolve: ({ row }) => fromDbDayOrNull(row.appealDueOn) }),
    isListed: t.boolean({ resolve: ({ row }) => row.state === 'DECIDED_LISTED' }),
    obstacle: t.string({ nullable: true, description: 'Null: it can be appealed now.', resolve: ({ obstacle }) => obstacle?.code ?? null }),
    facts: t.field({ type: 'JSON', resolve: ({ obstacle }) => obstacle ?? {} }),
  }),
})

builder.queryField('appealableDecisions', (t) =>
  t.field({
    type: [AppealableDecisionType],
    description: 'The decisions that found a violation of yours, latest first.',
    args: { caseNumber: t.arg.string({ required: false }) },
    authScopes: { may: 'appeal.file' },
    resolve: (_root, { caseNumber }, context) => decisionsOf(context, caseNumber ? { number: caseNumber } : {}),
  }),
)

/** The decisions against the viewer's own subject, each with what stands in the way of an appeal. */
async function decisionsOf({ prisma, viewer, clock }: GraphqlContext, more: Prisma.ViolationCaseWhereInput): Promise<AppealableDecision[]> {
  if (viewer.subjectId === null) return []
  const rows = await prisma.violationCase.findMany({
    where: { subjectId: viewer.subjectId, isViolationFound: true, ...more },
    include: appealedCaseFacts,
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  return rows.map((row) => ({ row, obstacle: appealObstacle(decisionWithoutChain(row), clock.now()) }))
}
