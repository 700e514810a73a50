import { visibleSelections } from '#services/selection/visible-selections.ts'
import { builder } from '../builder.ts'
import { Selection } from './selection.ts'

/** What every step of a selection answers: the selection as the viewer may see it. */
export const SelectionStepTaken = builder.objectRef<{ readonly id: string }>('SelectionStepTaken').implement({
  description: 'The selection after the step.',
  fields: (t) => ({
    selection: t.prismaField({
      type: Selection,
      nullable: true,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.selection.findFirst({ ...query, where: { AND: [{ id }, visibleSelections(viewer)] } }),
    }),
  }),
})
