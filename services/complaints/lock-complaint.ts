import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import { decideComplaint } from '#domain/complaints/complaint.ts'
import type { ComplaintCommand, ComplaintMoved } from '#domain/complaints/complaint.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Audience, Complaint, Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import { complaintFacts, visibleComplaints } from './visible-complaints.ts'

/** What every step names: the wish, the complaint, and the version that was looked at. */
export const complaintStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** Reasons and answers, as written for people. */
export const complaintText = z.string().trim().max(8000)

/**
 * Takes a complaint for one step; its row is ours until commit. Whoever waited for a twin finds a newer version and looks again.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockComplaint(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<Complaint> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Complaint" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.complaint.findFirst({ where: { AND: [{ number }, visibleComplaints(viewer)] } })
  if (!row) throw new NotFoundError('Complaint')
  demand({ viewer }, permission, complaintFacts(row))
  if (row.version !== version) throw new ConcurrentChangeError('Complaint')
  return row
}

/** What the procedure says to a step of now, or its refusal thrown. */
export function moveComplaint(unit: UnitOfWork, row: Complaint, command: ComplaintCommand): ComplaintMoved {
  const complaint = {
    state: row.state,
    answerDueOn: fromDbDay(row.answerDueOn),
    transferDueOn: fromDbDay(row.transferDueOn),
    isExtended: row.extendedAt !== null,
    isTransferred: row.transferredAt !== null,
  }
  return unwrap(decideComplaint(complaint, command, { now: unit.now, ruleSet: complaintRulesOn(unit.now) }))
}

export interface SavedStep extends Pick<AuditEntry, 'basis' | 'after'> {
  /** After `complaints.`, of the audit trail. */
  readonly action: string
  readonly kind: string
  readonly audience: Audience
  readonly facts?: object
}

/** Saves one step: the new columns, the next version, its line in the trail and on the record. */
export async function saveComplaint(
  unit: UnitOfWork,
  row: Complaint,
  { state, answerDueOn }: ComplaintMoved,
  data: Omit<Prisma.ComplaintUncheckedUpdateInput, 'version' | 'state' | 'answerDueOn'>,
  { action, kind, audience, facts = {}, basis, after }: SavedStep,
): Promise<void> {
  await unit.tx.complaint.update({
    where: { id: row.id },
    data: { ...data, state, answerDueOn: toDbDay(answerDueOn), version: { increment: 1 } },
  })
  await unit.audit({
    action: `complaints.${action}`,
    entity: 'Complaint',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: { number: row.number, state, answerDueOn, ...(after as object | undefined) },
    ...(basis === undefined ? {} : { basis }),
  })
  await recordStep(unit, { procedure: 'COMPLAINT', entityId: row.id, kind, audience, facts })
}
