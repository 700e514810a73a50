import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { dataTargets, fieldOf } from '#domain/remedies/correctable-data.ts'
import { decideDataObjection } from '#domain/remedies/data-objection.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError, ValidationError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { contestedRecord } from './contested-record.ts'
import { remedyContext } from './remedy-context.ts'
import { remedyText } from './remedy-step-input.ts'

export const objectToDataInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  target: z.enum(dataTargets),
  targetId: z.uuid(),
  /** Left out: the whole record should not be there. */
  field: z.string().trim().max(40).nullish(),
  proposed: z.string().trim().max(2000).nullish(),
  statement: remedyText,
  files: sentFiles.default([]),
})

/**
 * Takes an objection 数据异议 to a record or one of its fields, by whoever the record is about (rulebook R5; 河南省社会信用条例 art. 41). It is
 * marked in this transaction, everywhere the record is shown, until it is answered.
 * @returns the objection's id
 * @throws RefusedError OTHER_REMEDY, OBJECTION_OPEN, VALUE_INVALID, CALENDAR_NOT_LOADED, FILE_… · NotFoundError · ForbiddenError
 */
export async function objectToData(context: UseCaseContext, input: z.input<typeof objectToDataInput>): Promise<string> {
  const { files, ...parsed } = parseInput(objectToDataInput, input)
  const asked = { ...parsed, files: sentFilesAsked(files) }
  const command = { operation: 'objectToData', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    if (!couldEver(viewer, 'dataObjection.file')) throw new ForbiddenError('dataObjection.file', viewer.kind === 'ANONYMOUS')
    const { target, targetId, statement, proposed = null } = parsed
    const field = parsed.field ? fieldOf(target, parsed.field) : null
    if (parsed.field && field === null) throw new ValidationError([{ path: 'field', code: 'FIELD_UNKNOWN', facts: { target } }])
    // Two about the same record at once: the second sees the first.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`objection:${targetId}`}, 0))) AS held`
    const record = await contestedRecord(tx, target, targetId)
    // What is somebody else's is not there for this viewer.
    if (!record || record.subjectId !== viewer.subjectId) throw new NotFoundError('DataTarget')
    demand(context, 'dataObjection.file', { concernedSubjectId: record.subjectId })
    const open = await tx.dataObjection.count({ where: { target, targetId, field, state: 'FILED' } })
    const rules = await remedyContext(unit)
    const step = { type: 'FILE_DATA_OBJECTION', record, field, proposed, statement, hasOpenObjection: open > 0 } as const
    const event = unwrap(decideDataObjection(null, step, rules))
    if (event.type !== 'DATA_OBJECTED') throw new Error(`filing made ${event.type}`)
    const number = await nextNumber(unit, 'DATA_OBJECTION')
    const filedById = viewer.userId ?? ''
    const contested = field === null ? record.title : (record.values[field] ?? '')
    const { id } = await tx.dataObjection.create({
      data: {
        ...{ number, subjectId: record.subjectId, target, targetId, field, contested, proposed, statement, filedById },
        filedAt: event.filedAt,
        answerDueOn: toDbDay(event.answerDueOn),
      },
    })
    for (const file of files) {
      const stored = await receiveFile(unit, file, { uploadedById: filedById })
      await attachFile(unit, { procedure: 'DATA_OBJECTION', entityId: id, purpose: 'GROUNDS', audience: 'PARTIES', fileId: stored.id })
    }
    const facts = { number, dueOn: event.answerDueOn }
    await recordStep(unit, { procedure: 'DATA_OBJECTION', entityId: id, kind: 'DATA_OBJECTED', audience: 'PARTIES', facts })
    await unit.audit({
      action: 'remedies.objectToData',
      entity: 'DataObjection',
      entityId: id,
      after: { number, target, targetId, field, contested, proposed, filedAt: now, answerDueOn: event.answerDueOn },
      basis: citeBasis(rules.ruleSet.parameters.dataObjectionAnswerWorkingDays.basis),
    })
    await unit.outbox('remedies.dataObjected', 'DataObjection', id)
    return id
  })
}
