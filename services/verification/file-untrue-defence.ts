import { z } from 'zod'
import { decideUntrue } from '#domain/verification/decide-untrue.ts'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { findingFacts, lockFinding, stateOfFinding } from './lock-finding.ts'
import { untrueContext } from './untrue-context.ts'

export const fileUntrueDefenceInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Of the finding. */
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  statement: z.string().trim().max(8000),
  /** Proof that the promise was true. */
  files: sentFiles.default([]),
})

/**
 * The applicant answers the notice that a promise seems untrue 陈述申辩, once, within the window. Answers with the finding's id.
 * @throws RefusedError DEFENCE_WINDOW_OVER, WRONG_STATE, INCOMPLETE, FILE_…
 */
export async function fileUntrueDefence(context: UseCaseContext, input: z.input<typeof fileUntrueDefenceInput>): Promise<string> {
  const { files, ...parsed } = parseInput(fileUntrueDefenceInput, input)
  const asked = { ...parsed, files: sentFilesAsked(files) }
  const command = { operation: 'fileUntrueDefence', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const row = await lockFinding(unit, 'untrue.defend', parsed)
    const { statement } = parsed
    const step = { type: 'DEFEND', statement } as const
    const { state } = unwrap(decideUntrue(stateOfFinding(row), step, await untrueContext(unit, row.commitment.state)))
    demand(context, 'untrue.defend', findingFacts(row))
    const { id, number } = row
    await unit.tx.untrueFinding.update({
      where: { id },
      data: { state, defenceText: statement, defenceFiledAt: unit.now, version: { increment: 1 } },
    })
    for (const file of files) {
      const { id: fileId } = await receiveFile(unit, file, { uploadedById: unit.viewer.userId })
      await attachFile(unit, { procedure: 'UNTRUE_FINDING', entityId: id, purpose: 'DEFENCE', audience: 'PARTIES', fileId })
    }
    await unit.audit({
      action: 'verification.fileDefence',
      entity: 'UntrueFinding',
      entityId: id,
      before: { state: row.state, version: row.version },
      after: { number, state, files: asked.files },
    })
    await recordStep(unit, { procedure: 'UNTRUE_FINDING', entityId: id, kind: 'UNTRUE_DEFENCE_FILED', audience: 'PARTIES' })
    await unit.outbox('verification.untrueDefended', 'UntrueFinding', id)
    return id
  })
}
