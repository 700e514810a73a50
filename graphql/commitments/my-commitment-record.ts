import { isInForceOn } from '#domain/credit/bar.ts'
import type { Bar } from '#domain/credit/bar.ts'
import type { CommitmentState } from '#domain/commitments/commitment-state.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toStanding } from '#services/credit/verify-standings.ts'
import { unwrap } from '#services/kernel/unwrap.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { CommitmentBreach } from './commitment-breach.ts'

interface CommitmentRecord {
  readonly subjectId: string
  readonly missCount: number
  readonly missesToList: number
  readonly clause: string
  readonly ruleSetVersion: string
  readonly bars: readonly Bar[]
  readonly keptCount: number
  readonly openCount: number
  readonly untrueCount: number
  readonly acceptanceBarYears: number
  readonly isHandlingBarredForLife: boolean
}

const TolerantBar = builder.objectRef<Bar>('TolerantBar').implement({
  description: 'Something tolerant that is closed to the applicant today.',
  fields: (t) => ({
    kind: t.string({ resolve: (bar) => bar.kind }),
    from: t.field({ type: 'Day', resolve: (bar) => bar.from }),
    until: t.field({ type: 'Day', nullable: true, description: 'Null: for life.', resolve: (bar) => bar.until }),
    reasonCode: t.exposeString('reasonCode'),
    clause: t.exposeString('clause'),
    isHold: t.exposeBoolean('isHold'),
  }),
})

const CommitmentRecordType = builder.objectRef<CommitmentRecord>('CommitmentRecord').implement({
  description: "The applicant's own record of promises: how many misses stand, what that means, and what is closed today.",
  fields: (t) => ({
    missCount: t.exposeInt('missCount'),
    missesToList: t.exposeInt('missesToList'),
    clause: t.exposeString('clause'),
    ruleSetVersion: t.exposeString('ruleSetVersion'),
    keptCount: t.exposeInt('keptCount', { description: 'Promises that you kept.' }),
    openCount: t.exposeInt('openCount', { description: 'Promises that run.' }),
    untrueCount: t.exposeInt('untrueCount', { description: 'Promises found untrue that stand; one is enough for the list.' }),
    acceptanceBarYears: t.exposeInt('acceptanceBarYears', { description: 'How long tolerant acceptance is closed after listing.' }),
    isHandlingBarredForLife: t.exposeBoolean('isHandlingBarredForLife'),
    bars: t.field({ type: [TolerantBar], resolve: (record) => [...record.bars] }),
    breaches: t.prismaField({
      type: [CommitmentBreach],
      resolve: (query, { subjectId }, _args, { prisma }) =>
        prisma.commitmentBreach.findMany({ ...query, where: { subjectId }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] }),
    }),
  }),
})

builder.queryField('myCommitmentRecord', (t) =>
  t.field({
    type: CommitmentRecordType,
    authScopes: { may: 'breach.object' },
    resolve: async (_root, _args, { prisma, viewer, clock }): Promise<CommitmentRecord> => {
      const { subjectId } = viewer
      if (subjectId === null) throw new ForbiddenError('breach.object', false)
      const today = shanghaiDayOf(clock.now())
      const { parameters, version } = unwrap(toleranceRuleSetOn(today))
      const row = await prisma.creditStanding.findUnique({ where: { subjectId } })
      const bars = row ? toStanding(row).bars.filter((bar) => bar.kind.startsWith('TOLERANT_') && isInForceOn(bar, today)) : []
      const { value: missesToList, basis } = parameters.missesToList
      const states = await prisma.commitment.groupBy({ by: ['state'], where: { subjectId }, _count: { _all: true } })
      const inState = (state: CommitmentState) => states.find((one) => one.state === state)?._count._all ?? 0
      return {
        ...{ subjectId, missCount: row?.missCount ?? 0, missesToList, clause: citeBasis(basis), ruleSetVersion: version, bars },
        ...{ keptCount: inState('FULFILLED'), openCount: inState('PENDING'), untrueCount: inState('UNTRUE') },
        acceptanceBarYears: parameters.acceptanceBarYears.value,
        isHandlingBarredForLife: parameters.isHandlingBarredForLife.value,
      }
    },
  }),
)
