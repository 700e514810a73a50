import type { ProcedureStep } from '#services/procedures/steps-of.ts'
import { builder } from '../builder.ts'

/** One step on the record of a procedure. A resolver answers with `stepsOf(prisma, procedure, id, reader)` of services/procedures. */
export const ProcedureStepType = builder.objectRef<ProcedureStep>('ProcedureStep').implement({
  description: '办理经过: one step of a procedure, as the reader may see it.',
  fields: (t) => ({
    key: t.exposeString('id'),
    kind: t.exposeString('kind', { description: 'The text procedures.step.<kind> is its sentence.' }),
    at: t.expose('at', { type: 'DateTime' }),
    facts: t.field({ type: 'JSON', resolve: ({ facts }) => facts }),
    actor: t.exposeString('actorName', { nullable: true, description: 'For officials only; null: by the system, or protected.' }),
  }),
})
