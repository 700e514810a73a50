import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { apiKeysVisibleTo } from './api-keys-visible-to.ts'
import { forgetApiKey } from './viewer-of-api-key.ts'

export const revokeApiKeyInput = z.object({ clientMutationId: z.string().min(1).max(100), id: z.uuid() })

/** Ends a key at once; ending it again changes nothing. @throws NotFoundError also for another organisation's key */
export async function revokeApiKey(context: UseCaseContext, input: z.input<typeof revokeApiKeyInput>): Promise<string> {
  const parsed = parseInput(revokeApiKeyInput, input)
  let revokedHash: string | null = null
  const id = await runUseCase(
    context,
    { operation: 'revokeApiKey', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      const key = await unit.tx.apiKey.findFirst({ where: { AND: [{ id: parsed.id }, apiKeysVisibleTo(unit.viewer)] } })
      if (!key) throw new NotFoundError('ApiKey')
      demand(context, 'apiKey.revoke', { organisationId: key.organisationId })
      const { count } = await unit.tx.apiKey.updateMany({ where: { id: key.id, revokedAt: null }, data: { revokedAt: unit.now } })
      if (count > 0) {
        await unit.audit({
          action: 'apiKey.revoke',
          entity: 'ApiKey',
          entityId: key.id,
          before: { revokedAt: null },
          after: { revokedAt: unit.now },
        })
        revokedHash = key.hash
      }
      return key.id
    },
  )
  if (revokedHash !== null) forgetApiKey(context.pool, revokedHash)
  return id
}
