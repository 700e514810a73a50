import { can } from '#domain/access/can.ts'
import { entryStates, isEditable } from '#domain/intermediaries/entry-application.ts'
import type { EntryProblem as Problem } from '#domain/intermediaries/entry-completeness.ts'
import { entrySteps } from '#domain/intermediaries/entry-draft.ts'
import { findingLevels } from '#domain/intermediaries/entry-findings.ts'
import type { EntryFinding as Finding } from '#domain/intermediaries/entry-findings.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { draftOf } from '#services/intermediaries/lock-entry.ts'
import { readApplication } from '#services/intermediaries/read-entry.ts'
import type { EntryReading } from '#services/intermediaries/read-entry.ts'
import { entryFacts, seesAllEntries, visibleEntries } from '#services/intermediaries/visible-entries.ts'
import { builder } from '../builder.ts'
import { EntryDraft } from './entry-draft.ts'
import { EntryObjection } from './entry-objection.ts'
import { EntryTrailLine, trailOf } from './entry-trail.ts'

export const EntryState = builder.enumType('EntryState', { values: entryStates })
const EntryStep = builder.enumType('EntryStep', { values: entrySteps })
const FindingLevel = builder.enumType('EntryFindingLevel', { values: findingLevels })

const EntryProblem = builder.objectRef<Problem>('EntryProblem').implement({
  description: 'One thing that is missing or wrong: the step, the field in it, a code and facts.',
  fields: (t) => ({
    step: t.field({ type: EntryStep, resolve: ({ step }) => step }),
    path: t.exposeString('path'),
    code: t.exposeString('code'),
    facts: t.field({ type: 'JSON', resolve: ({ facts }) => facts }),
  }),
})

const EntryFinding = builder.objectRef<Finding>('EntryFinding').implement({
  description: 'What register, lists and catalogue say about the application today.',
  fields: (t) => ({
    code: t.exposeString('code'),
    level: t.field({ type: FindingLevel, resolve: ({ level }) => level }),
    step: t.field({ type: EntryStep, resolve: ({ step }) => step }),
    facts: t.field({ type: 'JSON', resolve: ({ facts }) => facts }),
  }),
})

const Reading = builder.objectRef<EntryReading>('EntryReading').implement({
  description: 'The application read as a whole: what is missing, and what the form check will find.',
  fields: (t) => ({
    isComplete: t.boolean({ resolve: ({ entry }) => entry !== null }),
    problems: t.field({ type: [EntryProblem], resolve: ({ problems }) => [...problems] }),
    findings: t.field({ type: [EntryFinding], resolve: ({ findings }) => [...findings] }),
  }),
})

export const EntryApplication = builder.prismaNode('EntryApplication', {
  id: { field: 'id' },
  description: '入驻申请',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    state: t.field({ type: EntryState, resolve: ({ state }) => state }),
    name: t.exposeString('name'),
    uscc: t.exposeString('uscc', { nullable: true }),
    isMine: t.boolean({ resolve: ({ applicantUserId }, _args, { viewer }) => viewer.userId === applicantUserId }),
    isEditable: t.boolean({ resolve: (row, _args, { viewer }) => isEditable(row.state) && can(viewer, 'entry.edit', entryFacts(row)) }),
    canCheck: t.boolean({
      description: 'Whether you may check it and answer objections: nobody does so with the own application.',
      resolve: (row, _args, { viewer }) => can(viewer, 'entry.check', entryFacts(row)),
    }),
    draft: t.field({
      type: EntryDraft,
      nullable: true,
      description: 'Null for the office while the applicant is at work on it.',
      resolve: (row, _args, { viewer }) => (isEditable(row.state) && row.applicantUserId !== viewer.userId ? null : draftOf(row)),
    }),
    reading: t.field({
      type: Reading,
      nullable: true,
      resolve: (row, _args, { viewer, prisma, clock }) =>
        isEditable(row.state) && row.applicantUserId !== viewer.userId ? null : readApplication(prisma, row, clock.now()),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    checkDueOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.checkDueOn) }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', nullable: true }),
    checkReasons: t.exposeString('checkReasons', { nullable: true }),
    usccOverrideReason: t.exposeString('usccOverrideReason', { nullable: true }),
    publicityFromOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.publicityFromOn) }),
    publicityUntilOn: t.field({ type: 'Day', nullable: true, resolve: (row) => fromDbDayOrNull(row.publicityUntilOn) }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    objections: t.relation('objections', { type: EntryObjection, query: { orderBy: { filedAt: 'asc' } } }),
    trail: t.field({
      type: [EntryTrailLine],
      description: 'What happened, oldest first; who acted is for the office only.',
      resolve: ({ id }, _args, context) => trailOf(context, id),
    }),
  }),
})

builder.queryField('entryApplication', (t) =>
  t.prismaField({
    type: EntryApplication,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { may: 'entry.view' },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.entryApplication.findFirst({ ...query, where: { AND: [{ number }, visibleEntries(viewer)] } }),
  }),
)

builder.queryField('myEntryApplications', (t) =>
  t.prismaField({
    type: [EntryApplication],
    description: 'Your own applications, latest first; at most 50.',
    authScopes: { may: 'entry.start' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.entryApplication.findMany({
        ...query,
        where: viewer.userId === null ? { id: { in: [] } } : { applicantUserId: viewer.userId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 50,
      }),
  }),
)

builder.queryField('entryApplications', (t) =>
  t.prismaConnection({
    type: EntryApplication,
    cursor: 'id',
    description: 'What was submitted, the earliest due day of the form check first.',
    args: { states: t.arg({ type: [EntryState], required: false }) },
    authScopes: { may: 'entry.queue' },
    totalCount: (_root, { states }, { prisma, viewer }) => prisma.entryApplication.count({ where: queueWhere(states, viewer) }),
    resolve: (query, _root, { states }, { prisma, viewer }) =>
      prisma.entryApplication.findMany({ ...query, where: queueWhere(states, viewer), orderBy: [{ checkDueOn: 'asc' }, { id: 'asc' }] }),
  }),
)

function queueWhere(states: readonly (typeof entryStates)[number][] | null | undefined, viewer: Parameters<typeof seesAllEntries>[0]) {
  return {
    AND: [
      visibleEntries(viewer),
      { submittedAt: { not: null } },
      seesAllEntries(viewer) ? {} : { id: { in: [] } },
      states ? { state: { in: [...states] } } : {},
    ],
  }
}
