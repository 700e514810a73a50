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

/** The same of many procedures by one statement: for sweeps. Written by hand like the trail (services/kernel/run-use-case.ts). */
export async function recordSteps({ tx, now, viewer }: UnitOfWork, steps: readonly ProcedureStepTaken[]): Promise<void> {
  if (steps.length === 0) return
  const { userId, organisationId } = viewer
  const rows = steps.map(({ procedure, entityId, kind, audience, facts = {}, isByProtectedPerson = false }) => {
    const by = isByProtectedPerson ? {} : { actorId: userId, organisationId }
    return { procedure, entityId, kind, audience, facts, ...by }
  })
  await tx.$executeRaw`
    INSERT INTO "ProcedureEvent" ("at", "procedure", "entityId", "kind", "audience", "facts", "actorId", "organisationId")
    SELECT ${now}::timestamptz, step.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS step("procedure" "Procedure", "entityId" uuid, "kind" text, "audience" "Audience", "facts" jsonb, "actorId" uuid, "organisationId" uuid)`
}
