import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleCases } from '../listings/visible-cases.ts'
import { recordStep } from '../procedures/record-step.ts'
import { appealedCaseFacts, appealedDecision, appealFacts } from './appealed-decision.ts'
import { decideAppealStep } from './lock-appeal.ts'
import { remedyContext } from './remedy-context.ts'
import { remedyText } from './remedy-step-input.ts'

export const fileAppealInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Number of the case whose decision is appealed. */
  caseNumber: z.string().trim().min(1).max(40),
  grounds: remedyText,
  request: remedyText,
  files: sentFiles.default([]),
})

/**
 * The party appeals 申诉 the decision of its case, within 10 working days of its service (rulebook R5). The entry is marked as under appeal in
 * this transaction, everywhere it is shown; its effects go on until a reviewer has spoken.
 * @returns the appeal's id
 * @throws RefusedError NOTHING_TO_APPEAL, APPEAL_OPEN, APPEAL_ANSWERED, APPEAL_WINDOW_OVER, CALENDAR_NOT_LOADED, FILE_… · NotFoundError
 */
export async function fileAppeal(context: UseCaseContext, input: z.input<typeof fileAppealInput>): Promise<string> {
  const { files, ...parsed } = parseInput(fileAppealInput, input)
  const asked = { ...parsed, files: sentFilesAsked(files) }
  const command = { operation: 'fileAppeal', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    if (!couldEver(viewer, 'appeal.file')) throw new ForbiddenError('appeal.file', viewer.kind === 'ANONYMOUS')
    const { caseNumber, grounds, request } = parsed
    await tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "number" = ${caseNumber} FOR UPDATE`
    const found = { AND: [{ number: caseNumber }, visibleCases(viewer)] }
    const row = await tx.violationCase.findFirst({ where: found, include: appealedCaseFacts })
    if (!row) throw new NotFoundError('ViolationCase')
    const decision = await appealedDecision(tx, row)
    demand(context, 'appeal.file', appealFacts(row, decision))
    const filedById = viewer.userId ?? ''
    const step = { type: 'FILE_APPEAL', filedById, grounds, request } as const
    const event = await decideAppealStep(unit, { state: null, decision }, step, 'APPEAL_FILED')
    const number = await nextNumber(unit, 'APPEAL')
    const { id } = await tx.appeal.create({
      data: {
        ...{ number, caseId: row.id, subjectId: row.subjectId, filedById, grounds, request, state: 'FILED' },
        filedAt: event.filedAt,
        answerDueOn: toDbDay(event.answerDueOn),
        ruleSetVersion: event.ruleSetVersion,
      },
    })
    for (const file of files) {
      const stored = await receiveFile(unit, file, { uploadedById: filedById })
      await attachFile(unit, { procedure: 'APPEAL', entityId: id, purpose: 'GROUNDS', audience: 'PARTIES', fileId: stored.id })
    }
    const facts = { number, dueOn: event.answerDueOn }
    await recordStep(unit, { procedure: 'APPEAL', entityId: id, kind: 'APPEAL_FILED', audience: 'PARTIES', facts })
    await recordStep(unit, { procedure: 'VIOLATION_CASE', entityId: row.id, kind: 'APPEAL_FILED', audience: 'PARTIES', facts })
    const { ruleSet } = await remedyContext(unit)
    await unit.audit({
      action: 'remedies.fileAppeal',
      entity: 'Appeal',
      entityId: id,
      after: { number, caseNumber, filedAt: now, answerDueOn: event.answerDueOn, files: asked.files },
      basis: citeBasis(ruleSet.parameters.appealAnswerWorkingDays.basis),
    })
    await refreshStanding(unit, row.subjectId)
    await unit.outbox('remedies.appealFiled', 'Appeal', id)
    return id
  })
}
