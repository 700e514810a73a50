import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { violationCategories } from '#domain/listings/list-kind.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Complaint } from '#prisma/generated/client.ts'
import { nextNumber } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { decideStep } from '../listings/decide-step.ts'
import { recordStep } from '../procedures/record-step.ts'

/**
 * Opens the violation case that a substantiated complaint leads to (rulebook R5). Its reporter is the officer, not whoever complained; its
 * facts and their day are the officer's own finding; neither the complaint's text nor its day or files go into it.
 * @returns the case's id
 * @throws ValidationError VIOLATION_UNKNOWN, VIOLATION_NOT_FOR_ORGANISATION
 */
export async function openCaseOfComplaint(
  unit: UnitOfWork,
  complaint: Complaint,
  { finding, occurredOn, violationCode }: { readonly finding: string; readonly occurredOn: CalendarDay; readonly violationCode: string },
): Promise<string> {
  const { tx, viewer } = unit
  const { subjectId } = complaint
  demand({ viewer }, 'violation.report')
  if (subjectId === null) throw new RefusedError({ code: 'SUBJECT_NOT_RECOGNISED' })
  const violation = await tx.violationType.findUnique({ where: { code: violationCode } })
  const category = violationCategories.find((one) => one === violation?.category)
  if (!violation || !category) throw problem('VIOLATION_UNKNOWN', violationCode)
  if (violation.appliesTo === 'PRACTITIONER') throw problem('VIOLATION_NOT_FOR_ORGANISATION', violationCode)
  const { severity } = violation
  const reported = { reporterId: viewer.userId, violationCode, severity, category, facts: finding, occurredOn }
  const event = await decideStep(unit, null, { type: 'REPORT_VIOLATION', ...reported }, 'CASE_REPORTED')
  const { id, number } = await tx.violationCase.create({
    data: {
      number: await nextNumber(unit, 'VIOLATION_CASE'),
      ...{ kind: event.kind, subjectId, violationCode, severity, state: 'REPORTED', facts: finding },
      occurredOn: toDbDay(occurredOn),
      reportedAt: event.reportedAt,
      reporterId: viewer.userId,
      ruleSetVersion: event.ruleSetVersion,
    },
  })
  const after = { number, violationCode, subjectId, occurredOn, complaint: complaint.number }
  await unit.audit({ action: 'listings.reportViolation', entity: 'ViolationCase', entityId: id, after, basis: violation.basis })
  await recordStep(unit, {
    ...{ procedure: 'VIOLATION_CASE', entityId: id, kind: 'REPORTED', audience: 'PARTIES' },
    isByProtectedPerson: true,
  })
  await unit.outbox('listings.reported', 'ViolationCase', id)
  return id
}

const problem = (code: string, violationCode: string) => new ValidationError([{ path: 'violationCode', code, facts: { violationCode } }])
