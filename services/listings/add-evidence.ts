import type { z } from 'zod'
import { evidenceLimits } from '#domain/listings/evidence-type.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { caseStepInput } from './case-step-input.ts'
import { evidenceFiles, evidenceRow, hashed } from './evidence-file.ts'
import { investigate } from './investigate.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const addEvidenceInput = caseStepInput.extend({ evidence: evidenceFiles.min(1, 'REQUIRED') })

/** The investigator adds files of evidence to the case, before its notice: the party must be able to answer to all of it. */
export async function addEvidence(context: UseCaseContext, input: z.input<typeof addEvidenceInput>): Promise<string> {
  const { evidence, ...parsed } = parseInput(addEvidenceInput, input)
  const files = hashed(evidence)
  const asked = { ...parsed, evidence: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) }
  const command = { operation: 'addEvidence', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const addedById = context.viewer.userId ?? ''
    await investigate(unit, locked.state, { type: 'ADD_EVIDENCE', actorId: addedById }, 'EVIDENCE_ADDED')
    demand(context, 'violation.notify', locked.facts)
    const caseId = locked.row.id
    const there = await unit.tx.caseEvidence.count({ where: { caseId } })
    if (there + files.length > evidenceLimits.filesInAll)
      throw new ValidationError([{ path: 'evidence', code: 'EVIDENCE_TOO_MANY', facts: {} }])
    await unit.tx.caseEvidence.createMany({ data: files.map((file) => ({ caseId, ...evidenceRow(file, addedById, unit.now) })) })
    const id = await saveStep(unit, locked, {}, { action: 'listings.addEvidence', after: { evidence: asked.evidence } })
    await recordCaseStep(unit, id, 'EVIDENCE_ADDED', { files: files.length }, 'OFFICIALS')
    return id
  })
}
