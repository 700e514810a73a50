import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleSelections } from '#services/selection/visible-selections.ts'
import { builder } from '../builder.ts'
import { FundSource, SelectionMode, SelectionState } from './selection-enums.ts'
import { Selection } from './selection.ts'

const SelectionFilter = builder.inputType('SelectionFilter', {
  fields: (t) => ({
    states: t.field({ type: [SelectionState], required: false }),
    modes: t.field({ type: [SelectionMode], required: false }),
    fundSources: t.field({ type: [FundSource], required: false }),
    serviceItemCode: t.string({ required: false }),
    divisionCode: t.string({ required: false, description: 'The division itself.' }),
    text: t.string({ required: false, description: 'Part of the number or of the project’s name.' }),
    hasOpenObjection: t.boolean({ required: false }),
  }),
})
type Filter = Partial<typeof SelectionFilter.$inferInput> | null | undefined

const latestFirst = [{ announcedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }] satisfies Prisma.SelectionOrderByWithRelationInput[]
const nobody = '00000000-0000-0000-0000-000000000000'

function matching(filter: Filter): Prisma.SelectionWhereInput {
  const { states, modes, fundSources, serviceItemCode, divisionCode, text, hasOpenObjection } = filter ?? {}
  return {
    ...(states && { state: { in: [...states] } }),
    ...(modes && { mode: { in: [...modes] } }),
    ...(fundSources && { fundSource: { in: [...fundSources] } }),
    ...(serviceItemCode && { serviceItemCode }),
    ...(divisionCode && { divisionCode }),
    ...(text && { OR: [{ number: { contains: text } }, { projectName: { contains: text } }] }),
    ...(hasOpenObjection && { objections: { some: { state: 'OPEN' as const } } }),
  }
}

/** Every list is of what the viewer may know of, narrowed by what it is a list of and by what was asked. */
const listed = (viewer: Viewer, of: Prisma.SelectionWhereInput, filter: Filter): Prisma.SelectionWhereInput => ({
  AND: [visibleSelections(viewer), of, matching(filter)],
})

const announced: Prisma.SelectionWhereInput = { announcedAt: { not: null } }
const ownedBy = ({ subjectId }: Viewer): Prisma.SelectionWhereInput => ({ applicantId: subjectId ?? nobody })
const supervisedBy = ({ organisationId }: Viewer): Prisma.SelectionWhereInput => ({ ...announced, supervisorId: organisationId ?? nobody })
const bidIn = ({ subjectId }: Viewer): Prisma.SelectionWhereInput => ({
  signUps: { some: { intermediary: { subjectId: subjectId ?? nobody } } },
})
/** Open for sign-up, of an item the firm offers. */
const openTo = ({ subjectId }: Viewer, now: Date): Prisma.SelectionWhereInput => ({
  state: { in: ['ANNOUNCED', 'SIGN_UP'] },
  signUpClosesAt: { gt: now },
  serviceItem: { offerings: { some: { isWithdrawn: false, intermediary: { subjectId: subjectId ?? nobody } } } },
})

builder.queryField('selections', (t) =>
  t.prismaConnection({
    type: Selection,
    cursor: 'id',
    description: 'What was announced, the latest first.',
    args: { filter: t.arg({ type: SelectionFilter, required: false }) },
    authScopes: { public: true },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.selection.count({ where: listed(viewer, announced, filter) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.selection.findMany({ ...query, where: listed(viewer, announced, filter), orderBy: latestFirst }),
  }),
)

builder.queryField('selection', (t) =>
  t.prismaField({
    type: Selection,
    nullable: true,
    args: { number: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { number }, { prisma, viewer }) =>
      prisma.selection.findFirst({ ...query, where: { AND: [{ number }, visibleSelections(viewer)] } }),
  }),
)

builder.queryField('ownSelections', (t) =>
  t.prismaConnection({
    type: Selection,
    cursor: 'id',
    description: 'Your own, drafts first.',
    args: { filter: t.arg({ type: SelectionFilter, required: false }) },
    authScopes: { may: 'selection.manage' },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.selection.count({ where: listed(viewer, ownedBy(viewer), filter) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.selection.findMany({ ...query, where: listed(viewer, ownedBy(viewer), filter), orderBy: latestFirst }),
  }),
)

builder.queryField('supervisedSelections', (t) =>
  t.prismaConnection({
    type: Selection,
    cursor: 'id',
    description: 'Those your body supervises, the latest first.',
    args: { filter: t.arg({ type: SelectionFilter, required: false }) },
    authScopes: { may: 'selection.supervise' },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.selection.count({ where: listed(viewer, supervisedBy(viewer), filter) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.selection.findMany({ ...query, where: listed(viewer, supervisedBy(viewer), filter), orderBy: latestFirst }),
  }),
)

builder.queryField('opportunities', (t) =>
  t.prismaConnection({
    type: Selection,
    cursor: 'id',
    description: 'Open for sign-up, of items your firm offers; the line that comes first on top.',
    args: { filter: t.arg({ type: SelectionFilter, required: false }) },
    authScopes: { may: 'selection.signUp' },
    totalCount: (_root, { filter }, { prisma, viewer, clock }) =>
      prisma.selection.count({ where: listed(viewer, openTo(viewer, clock.now()), filter) }),
    resolve: (query, _root, { filter }, { prisma, viewer, clock }) =>
      prisma.selection.findMany({
        ...query,
        where: listed(viewer, openTo(viewer, clock.now()), filter),
        orderBy: [{ signUpClosesAt: 'asc' }, { id: 'asc' }],
      }),
  }),
)

builder.queryField('ownSignUps', (t) =>
  t.prismaConnection({
    type: Selection,
    cursor: 'id',
    description: 'Selections your firm has signed up in, the latest first.',
    args: { filter: t.arg({ type: SelectionFilter, required: false }) },
    authScopes: { may: 'selection.signUp' },
    totalCount: (_root, { filter }, { prisma, viewer }) => prisma.selection.count({ where: listed(viewer, bidIn(viewer), filter) }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.selection.findMany({ ...query, where: listed(viewer, bidIn(viewer), filter), orderBy: latestFirst }),
  }),
)
