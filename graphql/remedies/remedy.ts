import { fromDbDay } from '#prisma/db-day.ts'
import { readsRemedyAsOfficial } from '#services/remedies/visible-remedies.ts'
import { readerOf, stepsOf } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'
import { ProcedureFile, procedureFiles } from '../files/form-file.ts'
import { Party } from '../listings/party.ts'
import { ProcedureStepType } from '../procedures/procedure-step.ts'
import { NextRemedyStepType } from './remedy-step.ts'

/** The row of a remedy, whichever it is. */
interface RemedyRow {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly subjectId: string
  readonly filedAt: Date
  readonly answerDueOn: Date
  readonly decidedAt: Date | null
}

const procedures = { Appeal: 'APPEAL', CreditRepair: 'CREDIT_REPAIR', DataObjection: 'DATA_OBJECTION' } as const
const procedureOf = ({ parentType }: { readonly parentType: { readonly name: string } }) =>
  procedures[parentType.name as keyof typeof procedures]

export const Remedy = builder.interfaceRef<RemedyRow>('Remedy').implement({
  description: 'What a party asks for against what stands on record: an appeal, a repair, an objection to data.',
  fields: (t) => ({
    number: t.exposeString('number'),
    version: t.exposeInt('version'),
    party: t.field({ type: Party }),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: (row) => fromDbDay(row.answerDueOn) }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    files: t.field({ type: [ProcedureFile], resolve: ({ id }, _args, context, info) => procedureFiles(context, procedureOf(info), id) }),
    course: t.field({
      type: [ProcedureStepType],
      resolve: async ({ id, subjectId }, _args, { prisma, viewer }, info) => {
        const isOfficial = readsRemedyAsOfficial(viewer, { subjectId })
        return [...(await stepsOf(prisma, procedureOf(info), id, readerOf(viewer, { isOfficial, concernedSubjectId: subjectId })))]
      },
    }),
    nextSteps: t.field({ type: [NextRemedyStepType] }),
  }),
})
