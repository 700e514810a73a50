import { caseStates } from '#domain/acceptance/case-state.ts'
import type { CaseState } from '#domain/acceptance/case-state.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleApprovalCases } from '#services/acceptance/visible-cases.ts'
import { builder } from '../builder.ts'
import { ApprovalCase, ApprovalCaseState } from './approval-case.ts'
import { AcceptanceMode } from './mode-decision.ts'

const ApprovalCaseFilter = builder.inputType('ApprovalCaseFilter', {
  fields: (t) => ({
    states: t.field({ type: [ApprovalCaseState], required: false, description: 'Left out: every state.' }),
    mode: t.field({ type: AcceptanceMode, required: false }),
    text: t.string({
      required: false,
      description: 'Number of the case, or part of the name or USCC of the applicant, or of the project.',
    }),
  }),
})

builder.queryField('approvalCases', (t) =>
  t.prismaConnection({
    type: ApprovalCase,
    cursor: 'id',
    description: 'The approval cases you may see, latest first.',
    args: { filter: t.arg({ type: ApprovalCaseFilter, required: false }) },
    authScopes: { may: 'case.view' },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.approvalCase.count({ where: casesWhere(filter ?? {}, viewer) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.approvalCase.findMany({ ...query, where: casesWhere(filter ?? {}, viewer), orderBy: [{ filedAt: 'desc' }, { id: 'desc' }] }),
  }),
)

function casesWhere({ states, mode, text }: Partial<typeof ApprovalCaseFilter.$inferInput>, viewer: Viewer): Prisma.ApprovalCaseWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const byText: Prisma.ApprovalCaseWhereInput = {
    OR: [
      { number: wanted.toUpperCase() },
      { projectName: { contains: wanted, mode: 'insensitive' } },
      { applicant: { OR: [{ name: { contains: wanted, mode: 'insensitive' } }, { uscc: { contains: wanted.toUpperCase() } }] } },
    ],
  }
  return {
    AND: [visibleApprovalCases(viewer), states ? { state: { in: [...states] } } : {}, mode ? { mode } : {}, wanted === '' ? {} : byText],
  }
}

interface CaseCount {
  readonly state: CaseState
  readonly count: number
}
const CaseCountType = builder.objectRef<CaseCount>('ApprovalCaseCount').implement({
  fields: (t) => ({ state: t.field({ type: ApprovalCaseState, resolve: (one) => one.state }), count: t.exposeInt('count') }),
})

builder.queryField('approvalCaseCounts', (t) =>
  t.field({
    type: [CaseCountType],
    description: 'How many of the cases you may see stand in each state.',
    authScopes: { may: 'case.view' },
    resolve: async (_root, _args, { prisma, viewer }) => {
      const groups = await prisma.approvalCase.groupBy({ by: ['state'], where: visibleApprovalCases(viewer), _count: { _all: true } })
      return caseStates.map((state) => ({ state, count: groups.find((one) => one.state === state)?._count._all ?? 0 }))
    },
  }),
)
