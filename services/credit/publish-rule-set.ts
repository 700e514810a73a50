import { z } from 'zod'
import { changedParameters, creditParameterValues, valuesOf } from '#domain/credit/credit-parameter-values.ts'
import { industryParameters } from '#domain/credit/industry-standard.ts'
import { decidePublication } from '#domain/credit/rule-set-draft.ts'
import { isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import type { CreditRuleSetVersion } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ruleSetStepInput } from './edit-rule-set.ts'
import { creditRuleSetsOf } from './load-rule-sets.ts'
import { lockRuleSet, ruleSetFacts, saveRuleSet } from './lock-rule-set.ts'

export const publishRuleSetInput = ruleSetStepInput.extend({ effectiveFrom: z.string().refine(isCalendarDay, 'NOT_A_DAY') })

/**
 * Publishes a draft for a later day, by another person than who drafted it. On that day the worker rates everybody anew; until then nothing
 * changes but that everyone can read what is coming.
 * @returns the version's id
 * @throws RefusedError OWN_DRAFT, RULE_SET_UNEXPLAINED, RULE_SET_UNCHANGED, SIMULATION_REQUIRED, EFFECTIVE_DAY_NOT_LATER, STEP_FORBIDDEN,
 *   CITY_OFFICE_ONLY · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function publishRuleSet(context: UseCaseContext, input: z.input<typeof publishRuleSetInput>): Promise<string> {
  const { clientMutationId, ...parsed } = parseInput(publishRuleSetInput, input)
  return runUseCase(context, { operation: 'publishRuleSet', clientMutationId, input: parsed }, async (unit) => {
    const { tx, now, viewer } = unit
    // Whoever drafted it is told so in words; the permission alone would only say no.
    const row = await lockRuleSet(unit, 'ruleSet.draft', parsed)
    const { effectiveFrom } = parsed
    const state = unwrap(
      decidePublication(
        { state: row.state, draftedById: row.draftedById, explanation: row.explanation, ...(await worthOf(unit, row)) },
        {
          publisherId: viewer.userId ?? '',
          today: shanghaiDayOf(now),
          effectiveFrom,
          latestEffectiveFrom: await latestEffectiveFrom(unit, row),
        },
      ),
    )
    demand(context, 'ruleSet.publish', ruleSetFacts(viewer, row))
    const data = { state, effectiveFrom: toDbDay(effectiveFrom), publishedById: viewer.userId, publishedAt: now }
    await saveRuleSet(unit, row, data, { action: 'ruleSet.publish', after: { state, effectiveFrom } })
    if (row.organisationId === null) {
      await tx.ratingRun.create({ data: { ruleSetVersion: row.version, effectiveFrom: toDbDay(effectiveFrom) } })
    }
    await unit.outbox('credit.ruleSetPublished', 'CreditRuleSetVersion', row.id)
    return row.id
  })
}

/** What there is to publish: how much it changes, and whether this very draft was simulated. */
async function worthOf({ tx, now }: UnitOfWork, row: CreditRuleSetVersion) {
  if (row.organisationId !== null) return { changes: industryParameters.parse(row.parameters).criteria.length, isSimulated: null }
  const inForce = unwrap(ruleSetOn(await creditRuleSetsOf(tx), shanghaiDayOf(now)))
  const simulated = await tx.ratingSimulation.findFirst({ where: { ruleSetId: row.id, draftVersion: row.rowVersion, state: 'DONE' } })
  const changes = changedParameters(valuesOf(inForce.parameters), creditParameterValues.parse(row.parameters)).length
  return { changes, isSimulated: simulated !== null }
}

async function latestEffectiveFrom({ tx }: UnitOfWork, { organisationId, serviceItemCodes }: CreditRuleSetVersion) {
  const same = organisationId === null ? {} : { serviceItemCodes: { hasSome: serviceItemCodes } }
  const latest = await tx.creditRuleSetVersion.aggregate({
    where: { state: 'PUBLISHED', organisationId, ...same },
    _max: { effectiveFrom: true },
  })
  return fromDbDayOrNull(latest._max.effectiveFrom)
}
