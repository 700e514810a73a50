import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { dayInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { evidenceFiles, evidenceRow, hashed } from './evidence-file.ts'
import { findReportedParty } from './find-reported-party.ts'
import { recordCaseStep } from './record-case-step.ts'

export const reportViolationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  uscc: z.string().min(1).transform(normaliseUscc),
  /** Set when the report is about a practitioner of that institution, not the institution itself. */
  practitionerId: z.uuid().nullish(),
  violationCode: z.string().min(1),
  occurredOn: dayInput,
  facts: documentText,
  evidence: evidenceFiles,
})

/**
 * Reports a violation of the catalogue by an intermediary or one of its practitioners, with evidence (rulebook R5). It bars
 * nobody: only a suspension or a decision does. Answers with the case's id.
 */
export async function reportViolation(context: UseCaseContext, input: z.input<typeof reportViolationInput>): Promise<string> {
  const { evidence, ...parsed } = parseInput(reportViolationInput, input)
  const files = hashed(evidence)
  const asked = { ...parsed, evidence: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) }
  const command = { operation: 'reportViolation', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'violation.report')
    const { occurredOn, facts, violationCode } = parsed
    if (occurredOn > shanghaiDayOf(unit.now)) throw problem('occurredOn', 'DAY_IN_FUTURE')
    const { subjectId, violation, category } = await findReportedParty(unit, parsed)
    const reporterId = context.viewer.userId
    const { severity } = violation
    const step = { type: 'REPORT_VIOLATION', reporterId, violationCode, severity, category, facts, occurredOn } as const
    const event = await decideStep(unit, null, step, 'CASE_REPORTED')
    const { id, number } = await unit.tx.violationCase.create({
      data: {
        number: await nextNumber(unit, 'VIOLATION_CASE'),
        kind: event.kind,
        subjectId,
        violationCode,
        severity,
        state: 'REPORTED',
        occurredOn: toDbDay(occurredOn),
        facts,
        reportedAt: event.reportedAt,
        reporterId,
        ruleSetVersion: event.ruleSetVersion,
        evidence: { create: files.map((file) => evidenceRow(file, reporterId ?? '', unit.now)) },
      },
    })
    await unit.audit({
      action: 'listings.reportViolation',
      entity: 'ViolationCase',
      entityId: id,
      after: { number, violationCode, subjectId, occurredOn, evidence: asked.evidence },
      basis: violation.basis,
    })
    await recordCaseStep(unit, id, 'REPORTED')
    await unit.outbox('listings.reported', 'ViolationCase', id)
    return id
  })
}

const problem = (path: string, code: string) => new ValidationError([{ path, code, facts: {} }])
