import { createHash } from 'node:crypto'
import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { evidenceFileName, evidenceLimits, evidenceTypeOf, evidenceTypes } from '#domain/listings/evidence-type.ts'
import { violationCategories } from '#domain/listings/list-kind.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { dayInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'

const evidenceFile = z.object({
  fileName: z.string().max(400),
  content: z
    .instanceof(Uint8Array)
    .refine((content) => content.byteLength <= evidenceLimits.bytesPerFile, 'EVIDENCE_TOO_LARGE')
    .refine((content) => content.byteLength > evidenceLimits.bytesPerFile || evidenceTypeOf(content) !== null, 'EVIDENCE_TYPE_UNKNOWN'),
})
type EvidenceFile = z.output<typeof evidenceFile>

export const reportViolationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  uscc: z.string().min(1).transform(normaliseUscc),
  /** Set when the report is about a practitioner of that institution, not the institution itself. */
  practitionerId: z.uuid().nullish(),
  violationCode: z.string().min(1),
  occurredOn: dayInput,
  facts: documentText,
  evidence: z.array(evidenceFile).max(evidenceLimits.filesPerCase, 'EVIDENCE_TOO_MANY'),
})

/**
 * Reports a violation of the catalogue by an intermediary or one of its practitioners, with evidence (rulebook R5). It bars
 * nobody: only a suspension or a decision does. Answers with the case's id.
 */
export async function reportViolation(context: UseCaseContext, input: z.input<typeof reportViolationInput>): Promise<string> {
  const { evidence, ...parsed } = parseInput(reportViolationInput, input)
  const files = evidence.map((file) => ({ ...file, sha256: createHash('sha256').update(file.content).digest('hex') }))
  const asked = { ...parsed, evidence: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) }
  const command = { operation: 'reportViolation', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'violation.report')
    const { occurredOn, facts, violationCode } = parsed
    if (occurredOn > shanghaiDayOf(unit.now)) throw problem('occurredOn', 'DAY_IN_FUTURE')
    const { subjectId, violation, category } = await findParties(unit, parsed)
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
    await unit.outbox('listings.reported', 'ViolationCase', id)
    return id
  })
}

/** Who is reported, and for what; a wrong pair is told beside its field. */
async function findParties({ tx }: UnitOfWork, input: { uscc: string; practitionerId?: string | null; violationCode: string }) {
  const { uscc, practitionerId, violationCode } = input
  const intermediary = await tx.intermediary.findFirst({ where: { subject: { uscc } }, include: { practitioners: true } })
  if (!intermediary) throw problem('uscc', 'INTERMEDIARY_UNKNOWN', { uscc })
  const practitioner = intermediary.practitioners.find(({ id }) => id === practitionerId)
  if (practitionerId && !practitioner) throw problem('practitionerId', 'PRACTITIONER_UNKNOWN')
  const violation = await tx.violationType.findUnique({ where: { code: violationCode } })
  const category = violationCategories.find((one) => one === violation?.category)
  if (!violation || !category) throw problem('violationCode', 'VIOLATION_UNKNOWN', { violationCode })
  const reported = practitioner ? 'PRACTITIONER' : 'ORGANISATION'
  if (![reported, 'BOTH'].includes(violation.appliesTo)) throw problem('violationCode', `VIOLATION_NOT_FOR_${reported}`, { violationCode })
  return { subjectId: (practitioner ?? intermediary).subjectId, violation, category }
}

function evidenceRow({ fileName, content, sha256 }: EvidenceFile & { sha256: string }, addedById: string, addedAt: Date) {
  const extension = evidenceTypeOf(content)
  if (!extension) throw problem('evidence', 'EVIDENCE_TYPE_UNKNOWN')
  return {
    fileName: evidenceFileName(fileName, extension),
    mediaType: evidenceTypes[extension],
    sizeBytes: content.byteLength,
    sha256,
    content: new Uint8Array(content),
    addedById,
    addedAt,
  }
}

const problem = (path: string, code: string, facts: Record<string, unknown> = {}) => new ValidationError([{ path, code, facts }])
