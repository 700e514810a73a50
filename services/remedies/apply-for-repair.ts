import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleEntries } from '../listings/visible-entries.ts'
import { recordStep } from '../procedures/record-step.ts'
import { decideRepairStep, lockEntry } from './lock-repair.ts'
import { remedyContext } from './remedy-context.ts'
import { remedyText } from './remedy-step-input.ts'
import { repairableEntry, repairFacts } from './repairable-entry.ts'

export const applyForRepairInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Number of the list entry. */
  entryNumber: z.string().trim().min(1).max(40),
  correction: remedyText,
  performance: remedyText,
  commitment: remedyText,
  files: sentFiles.default([]),
})

/**
 * The party applies for credit repair 信用修复 of its entry, from the day on which the least publicity is over (rulebook R5), with what it
 * corrected and performed, evidence, and a commitment that is published with the entry.
 * @returns the repair's id
 * @throws RefusedError REPAIR_TOO_EARLY, REPAIR_OPEN, LIST_WITHOUT_REPAIR, ENTRY_ENDED, ENTRY_EXPIRED, CALENDAR_NOT_LOADED, FILE_… · NotFoundError
 */
export async function applyForRepair(context: UseCaseContext, input: z.input<typeof applyForRepairInput>): Promise<string> {
  const { files, ...parsed } = parseInput(applyForRepairInput, input)
  const asked = { ...parsed, files: sentFilesAsked(files) }
  const command = { operation: 'applyForRepair', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    if (!couldEver(viewer, 'repair.apply')) throw new ForbiddenError('repair.apply', viewer.kind === 'ANONYMOUS')
    const { entryNumber, correction, performance, commitment } = parsed
    const seen = { AND: [{ number: entryNumber }, visibleEntries(viewer, shanghaiDayOf(now))] }
    const found = await tx.listEntry.findFirst({ where: seen, select: { id: true } })
    const entryRow = found && (await lockEntry(unit, { id: found.id }))
    if (!entryRow) throw new NotFoundError('ListEntry')
    demand(context, 'repair.apply', repairFacts(entryRow))
    const filedById = viewer.userId ?? ''
    const texts = { correction, performance, commitment }
    const entry = repairableEntry(entryRow)
    const event = await decideRepairStep(unit, { state: null, entry }, { type: 'FILE_REPAIR', filedById, ...texts }, 'REPAIR_FILED')
    const number = await nextNumber(unit, 'CREDIT_REPAIR')
    const { id } = await tx.creditRepair.create({
      data: {
        ...{ number, entryId: entryRow.id, subjectId: entryRow.subjectId, filedById, ...texts, state: 'FILED' },
        filedAt: event.filedAt,
        answerDueOn: toDbDay(event.answerDueOn),
        ruleSetVersion: event.ruleSetVersion,
      },
    })
    for (const file of files) {
      const stored = await receiveFile(unit, file, { uploadedById: filedById })
      const place = { procedure: 'CREDIT_REPAIR', entityId: id, purpose: 'PROOF_OF_CORRECTION', audience: 'PARTIES' } as const
      await attachFile(unit, { ...place, fileId: stored.id })
    }
    const facts = { number, dueOn: event.answerDueOn }
    await recordStep(unit, { procedure: 'CREDIT_REPAIR', entityId: id, kind: 'REPAIR_FILED', audience: 'PARTIES', facts })
    const { ruleSet } = await remedyContext(unit)
    await unit.audit({
      action: 'remedies.applyForRepair',
      entity: 'CreditRepair',
      entityId: id,
      after: { number, entryNumber, answerDueOn: event.answerDueOn, files: asked.files },
      basis: citeBasis(ruleSet.parameters.repairAnswerWorkingDays.basis),
    })
    await unit.outbox('remedies.repairFiled', 'CreditRepair', id)
    return id
  })
}
