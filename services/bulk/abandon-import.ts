import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { importStepInput } from './import-step-input.ts'
import { lockImport } from './lock-import.ts'

/** Gives up a run that was not begun to be written; its file is thrown away. @throws RefusedError STEP_FORBIDDEN */
export async function abandonImport(context: UseCaseContext, input: z.input<typeof importStepInput>): Promise<string> {
  const parsed = parseInput(importStepInput, input)
  const command = { operation: 'abandonImport', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { number } = parsed
    const id = await lockImport(unit, number, parsed.version, 'ABANDONED')
    await unit.tx.importRun.update({
      where: { id },
      data: { state: 'ABANDONED', content: null, version: { increment: 1 } },
      select: { id: true },
    })
    await unit.audit({ action: 'bulk.abandonImport', entity: 'ImportRun', entityId: id, after: { number } })
    return id
  })
}
