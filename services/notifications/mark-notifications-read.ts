import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

export const markNotificationsReadInput = z.object({ clientMutationId: z.string().min(1).max(100), until: z.date() })

/** Marks everything as read that the viewer's subject had been told by `until`; returns the subject's id, empty without one. */
export async function markNotificationsRead(context: UseCaseContext, input: z.input<typeof markNotificationsReadInput>): Promise<string> {
  const parsed = parseInput(markNotificationsReadInput, input)
  demand(context, 'notification.view')
  const { subjectId } = context.viewer
  if (!subjectId) return ''
  return runUseCase(
    context,
    { operation: 'markNotificationsRead', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      await unit.tx.notification.updateMany({
        where: { subjectId, readAt: null, createdAt: { lte: parsed.until } },
        data: { readAt: unit.now },
      })
      return subjectId
    },
  )
}
