import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { importStepInput } from './import-step-input.ts'
import { lockImport } from './lock-import.ts'

/**
 * Lets a checked run be written. The worker checks it once more on the way, since the register may have changed since: then it ends with
 * faults and nothing is written.
 * @throws RefusedError STEP_FORBIDDEN unless the dry run found no fault
 */
export async function applyImport(context: UseCaseContext, input: z.input<typeof importStepInput>): Promise<string> {
  const parsed = parseInput(importStepInput, input)
  const command = { operation: 'applyImport', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { number } = parsed
    const id = await lockImport(unit, number, parsed.version, 'APPLYING')
    await unit.tx.importRun.update({
      where: { id },
      data: { state: 'APPLYING', rowsDone: 0, attempts: 0, version: { increment: 1 } },
      select: { id: true },
    })
    await unit.audit({ action: 'bulk.startImport', entity: 'ImportRun', entityId: id, after: { number } })
    await unit.tx.$executeRaw`SELECT graphile_worker.add_job('run-imports')`
    return id
  })
}
