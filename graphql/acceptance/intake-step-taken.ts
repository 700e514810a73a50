import { builder } from '../builder.ts'
import { ApprovalCase } from './approval-case.ts'

/** The output of every step in a case. */
export const IntakeStepTaken = builder.objectRef<{ readonly id: string }>('IntakeStepTaken').implement({
  description: 'The case after the step.',
  fields: (t) => ({
    case: t.prismaField({
      type: ApprovalCase,
      resolve: (query, { id }, _args, { prisma }) => prisma.approvalCase.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})
