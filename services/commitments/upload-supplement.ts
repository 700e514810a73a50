import { z } from 'zod'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { commitmentStepInput, lockCommitment } from './lock-commitment.ts'
import { receiveItems, requireReceivable } from './receive-items.ts'

export const uploadSupplementInput = commitmentStepInput.extend({
  /** The material's place in the promise. */
  material: z.number().int(),
  files: sentFiles.min(1, 'FILES_REQUIRED'),
})

/**
 * The applicant supplies one promised material online, as one file or several. The instant counts as its receipt, whenever an officer looks
 * (R1). Answers with the commitment's id.
 * @throws RefusedError COMMITMENT_OVERDUE once the due day has ended, COMMITMENT_CLOSED, NOT_A_SUPPLEMENT, FILE_… · ValidationError
 */
export async function uploadSupplement(context: UseCaseContext, input: z.input<typeof uploadSupplementInput>): Promise<string> {
  const parsed = parseInput(uploadSupplementInput, input)
  const { files, material } = parsed
  const asked = { ...parsed, files: sentFilesAsked(files) }
  const command = { operation: 'uploadSupplement', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCommitment(unit, 'supplement.upload', parsed)
    requireReceivable(locked, [material], unit.now)
    const fileIds: string[] = []
    for (const file of files) {
      const { id: fileId } = await receiveFile(unit, file, { uploadedById: unit.viewer.userId })
      await attachFile(unit, { procedure: 'COMMITMENT', entityId: locked.id, purpose: 'SUPPLEMENT', audience: 'PARTIES', fileId })
      fileIds.push(fileId)
    }
    await receiveItems(unit, locked, [material], { channel: 'UPLOAD', fileIds })
    await unit.outbox('commitments.supplementUploaded', 'Commitment', locked.id)
    return locked.id
  })
}
