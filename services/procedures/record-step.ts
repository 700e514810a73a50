import type { Audience, Procedure } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

export interface ProcedureStepTaken {
  readonly procedure: Procedure
  /** The row the procedure is about. */
  readonly entityId: string
  /** What happened, e.g. `NOTICE_SERVED`; the page makes the sentence from `procedures.step.<kind>`. */
  readonly kind: string
  readonly audience: Audience
  /** What the sentence names: numbers of documents, days. Never who reported, never what is sealed. */
  readonly facts?: object
  /** Taken by somebody whose identity is protected: the step is kept without a name, for everyone. */
  readonly isByProtectedPerson?: boolean
}

/**
 * 办理经过: puts one step on the record of a procedure, in the transaction that takes it. The record is append-only; a step that was
 * annulled is followed by another that says so.
 */
export const recordStep = (unit: UnitOfWork, step: ProcedureStepTaken): Promise<void> => recordSteps(unit, [step])

/** The same of many procedures: for sweeps. */
export function recordSteps({ now, viewer, recordAll }: UnitOfWork, steps: readonly ProcedureStepTaken[]): Promise<void> {
  const by = { actorId: viewer.userId, organisationId: viewer.organisationId }
  const nobody = { actorId: null, organisationId: null }
  return recordAll(
    steps.map(({ procedure, entityId, kind, audience, facts = {}, isByProtectedPerson = false }) => {
      return { at: now, procedure, entityId, kind, audience, facts, ...(isByProtectedPerson ? nobody : by) }
    }),
  )
}
