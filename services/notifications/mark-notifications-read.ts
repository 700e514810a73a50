import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { visibleNotifications } from './visible-notifications.ts'

export const markNotificationsReadInput = z.object({ clientMutationId: z.string().min(1).max(100), until: z.date() })

/**
 * Marks everything as read that was addressed to the viewer by `until`: what is told to a firm or a body is read once one of its people has
 * read it. Answers with the user's id.
 */
export async function markNotificationsRead(context: UseCaseContext, input: z.input<typeof markNotificationsReadInput>): Promise<string> {
  const parsed = parseInput(markNotificationsReadInput, input)
  demand(context, 'notification.view')
  const { viewer } = context
  return runUseCase(
    context,
    { operation: 'markNotificationsRead', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      await unit.tx.notification.updateMany({
        where: { AND: [visibleNotifications(viewer), { readAt: null, createdAt: { lte: parsed.until } }] },
        data: { readAt: unit.now },
      })
      return viewer.userId ?? ''
    },
  )
}
