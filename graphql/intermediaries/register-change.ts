import { can } from '#domain/access/can.ts'
import { changeFindingCodes } from '#domain/intermediaries/change-finding.ts'
import type { ChangeFinding as Finding } from '#domain/intermediaries/change-finding.ts'
import { compareChange } from '#domain/intermediaries/compare-change.ts'
import type { ChangedField as Field, ChangeLine as Line, RegisterBefore } from '#domain/intermediaries/compare-change.ts'
import { finalRegisterChangeStates, registerChangeKinds, registerChangeStates } from '#domain/intermediaries/register-change.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { findChangeProblems } from '#services/intermediaries/find-change-problems.ts'
import { loadRegisterBefore } from '#services/intermediaries/load-register-before.ts'
import { visibleRegisterChanges } from '#services/intermediaries/visible-register-changes.ts'
import type { GraphqlContext } from '../context.ts'
import { builder } from '../builder.ts'
import { Intermediary } from './intermediary.ts'

const RegisterChangeKind = builder.enumType('RegisterChangeKind', { values: registerChangeKinds })
export const RegisterChangeState = builder.enumType('RegisterChangeState', { values: registerChangeStates })
const ChangeOp = builder.enumType('ChangeOp', { values: ['CHANGE', 'ADD', 'RENEW', 'REMOVE', 'LEAVE', 'END', 'OBJECT', 'EXIT'] as const })
const ChangeFindingCode = builder.enumType('ChangeFindingCode', { values: changeFindingCodes })

const ChangedField = builder.objectRef<Field>('ChangedField').implement({
  description: 'One field beside itself; null: nothing there. Codes stay codes.',
  fields: (t) => ({
    field: t.exposeString('field'),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
})

const ChangeLine = builder.objectRef<Line>('ChangeLine').implement({
  description: 'One thing of the register that a change touches.',
  fields: (t) => ({
    op: t.field({ type: ChangeOp, resolve: ({ op }) => op }),
    title: t.exposeString('title'),
    fields: t.field({ type: [ChangedField], resolve: ({ fields }) => [...fields] }),
  }),
})

const ChangeFinding = builder.objectRef<Finding>('ChangeFinding').implement({
  description: 'What the automatic checks say today.',
  fields: (t) => ({
    code: t.field({ type: ChangeFindingCode, resolve: ({ code }) => code }),
    isBlocking: t.boolean({ resolve: ({ level }) => level === 'BLOCKS' }),
    facts: t.field({ type: 'JSON', resolve: ({ facts }) => facts }),
  }),
})

const firmOf = { intermediary: { include: { subject: { include: { organisation: true } } } } } as const

export const RegisterChange = builder.prismaNode('RegisterChange', {
  id: { field: 'id' },
  description: '变更申请: the register shows the old state until it is accepted.',
  fields: (t) => ({
    number: t.exposeString('number'),
    kind: t.field({ type: RegisterChangeKind, resolve: ({ kind }) => kind }),
    state: t.field({ type: RegisterChangeState, resolve: ({ state }) => state }),
    reasons: t.exposeString('reasons'),
    submittedAt: t.expose('submittedAt', { type: 'DateTime' }),
    checkDueOn: t.field({ type: 'Day', description: 'Last day of the form check.', resolve: (row) => fromDbDay(row.checkDueOn) }),
    isOverdue: t.boolean({
      resolve: ({ state, checkDueOn }, _args, { clock }) => state === 'SUBMITTED' && fromDbDay(checkDueOn) < shanghaiDayOf(clock.now()),
    }),
    isImmediate: t.boolean({
      description: 'Took effect at once, without a check.',
      resolve: ({ kind, state, checkedById }) => kind !== 'EXIT' && state === 'ACCEPTED' && checkedById === null,
    }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', nullable: true }),
    checkReasons: t.exposeString('checkReasons', { nullable: true }),
    version: t.exposeInt('version'),
    intermediary: t.relation('intermediary', { type: Intermediary }),
    lines: t.field({
      type: [ChangeLine],
      description: 'Old and new side by side: the register of today while it runs, of then once it was decided.',
      select: firmOf,
      resolve: async ({ kind, wanted, before, state, intermediary }, _args, { prisma }) => {
        const isOver = finalRegisterChangeStates.includes(state)
        const stood = isOver ? ((before ?? {}) as RegisterBefore) : await loadRegisterBefore(prisma, intermediary, kind, wanted)
        return [...compareChange(kind, wanted, stood)]
      },
    }),
    findings: t.field({
      type: [ChangeFinding],
      description: 'For whoever decides or audits, while it is undecided.',
      select: firmOf,
      resolve: async ({ kind, wanted, state, intermediary }, _args, { prisma, viewer, clock }) =>
        state === 'SUBMITTED' && can(viewer, 'registerChange.view')
          ? [...(await findChangeProblems(prisma, intermediary, { kind, wanted }, shanghaiDayOf(clock.now())))]
          : [],
    }),
    canDecide: t.boolean({
      select: { intermediary: { select: { subjectId: true } } },
      resolve: ({ state, kind, intermediary }, _args, { viewer }) =>
        state === 'SUBMITTED' && kind !== 'EXIT' && can(viewer, 'registerChange.decide', { concernedSubjectId: intermediary.subjectId }),
    }),
  }),
})

const RegisterChangeFilter = builder.inputType('RegisterChangeFilter', {
  fields: (t) => ({
    states: t.field({ type: [RegisterChangeState], required: false, description: 'Left out: every state.' }),
    kinds: t.field({ type: [RegisterChangeKind], required: false, description: 'Left out: every kind.' }),
    isOverdue: t.boolean({ required: false, description: 'Only those whose form check is late.' }),
    text: t.string({ required: false, description: 'Number of the change, or part of the name or USCC of the institution.' }),
  }),
})

builder.queryField('registerChanges', (t) =>
  t.prismaConnection({
    type: RegisterChange,
    cursor: 'id',
    description: 'The changes you may see: those to be checked first come first, by due day; for an institution its own, latest first.',
    args: { filter: t.arg({ type: RegisterChangeFilter, required: false }) },
    authScopes: { may: 'registerChange.view' },
    totalCount: (_root, { filter }, context) => context.prisma.registerChange.count({ where: changesWhere(filter ?? {}, context) }),
    resolve: (query, _root, { filter }, context) =>
      context.prisma.registerChange.findMany({
        ...query,
        where: changesWhere(filter ?? {}, context),
        orderBy: can(context.viewer, 'registerChange.view')
          ? [{ checkDueOn: 'asc' }, { id: 'asc' }]
          : [{ submittedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.queryField('registerChange', (t) =>
  t.prismaField({
    type: RegisterChange,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'registerChange.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.registerChange.findFirst({ ...query, where: { AND: [{ number }, visibleRegisterChanges(viewer)] } }),
  }),
)

type Filter = Partial<(typeof RegisterChangeFilter)['$inferInput']>

function changesWhere({ states, kinds, isOverdue, text }: Filter, { viewer, clock }: GraphqlContext): Prisma.RegisterChangeWhereInput {
  const wanted = (text ?? '').normalize('NFKC').trim()
  const byText: Prisma.RegisterChangeWhereInput = {
    OR: [
      { number: wanted.toUpperCase() },
      {
        intermediary: {
          subject: { OR: [{ name: { contains: wanted, mode: 'insensitive' } }, { uscc: { contains: wanted.toUpperCase() } }] },
        },
      },
    ],
  }
  return {
    AND: [
      visibleRegisterChanges(viewer),
      states ? { state: { in: [...states] } } : {},
      kinds ? { kind: { in: [...kinds] } } : {},
      isOverdue ? { state: 'SUBMITTED', checkDueOn: { lt: toDbDay(shanghaiDayOf(clock.now())) } } : {},
      wanted === '' ? {} : byText,
    ],
  }
}
