import { decideRuleSetEdit } from '#domain/credit/rule-set-draft.ts'
import type { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { ruleSetStepInput } from './edit-rule-set.ts'
import { lockRuleSet } from './lock-rule-set.ts'

/**
 * Asks for a simulation of the draft as it stands, over everybody's history as of today; the worker runs it. A run of the same draft that
 * is under way is not started twice.
 * @returns the simulation's id
 * @throws RefusedError STEP_FORBIDDEN, NOTHING_TO_SIMULATE for an authority's standard · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function simulateRuleSet(context: UseCaseContext, input: z.input<typeof ruleSetStepInput>): Promise<string> {
  const { clientMutationId, ...parsed } = parseInput(ruleSetStepInput, input)
  return runUseCase(context, { operation: 'simulateRuleSet', clientMutationId, input: parsed }, async (unit) => {
    const { tx, now, viewer } = unit
    const row = await lockRuleSet(unit, 'ruleSet.draft', parsed)
    unwrap(decideRuleSetEdit(row.state))
    if (row.organisationId !== null) throw new RefusedError({ code: 'NOTHING_TO_SIMULATE' })
    const draftVersion = row.rowVersion
    const open = await tx.ratingSimulation.findFirst({ where: { ruleSetId: row.id, draftVersion, state: { in: ['PENDING', 'RUNNING'] } } })
    if (open) return open.id
    const { id } = await tx.ratingSimulation.create({
      data: { ruleSetId: row.id, draftVersion, asOf: toDbDay(shanghaiDayOf(now)), requestedById: viewer.userId ?? '', requestedAt: now },
    })
    await unit.audit({
      action: 'ruleSet.simulate',
      entity: 'RatingSimulation',
      entityId: id,
      after: { version: row.version, draftVersion },
    })
    await tx.$executeRaw`SELECT graphile_worker.add_job('rate-completely', job_key := 'rate-completely')`
    return id
  })
}
