import { z } from 'zod'
import { valuesOf } from '#domain/credit/credit-parameter-values.ts'
import { industryTemplate } from '#domain/credit/industry-standard.ts'
import { isApprovedBy } from '#domain/intermediaries/agency-kind.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { creditRuleSetsOf } from './load-rule-sets.ts'
import { demandCityOffice } from './lock-rule-set.ts'

export const draftRuleSetInput = z.object({
  clientMutationId: z.string().min(1).max(200),
  /** An authority's own standard is about these items; empty for the city's rating. */
  serviceItemCodes: z.array(z.string().max(40)).max(50).default([]),
})

/**
 * Drafts the next version: of the city's rating with the values in force, or of an authority's own standard with those it has or a template.
 * @returns the draft's id
 * @throws RefusedError CITY_OFFICE_ONLY, DRAFT_EXISTS · ValidationError NOT_COMPETENT for items of others · ForbiddenError
 */
export async function draftRuleSet(context: UseCaseContext, input: z.input<typeof draftRuleSetInput>): Promise<string> {
  const { clientMutationId, serviceItemCodes } = parseInput(draftRuleSetInput, input)
  const command = { operation: 'draftRuleSet', clientMutationId, input: { serviceItemCodes } }
  return runUseCase(context, command, async (unit) => {
    const { tx, viewer, now } = unit
    const isIndustry = serviceItemCodes.length > 0
    const organisationId = isIndustry ? viewer.organisationId : null
    demand(context, 'ruleSet.draft', isIndustry ? { agencyOrganisationId: organisationId } : { organisationId: viewer.organisationId })
    if (isIndustry) await demandCompetence(unit, serviceItemCodes)
    else await demandCityOffice(unit)
    // One draft at a time of the same rules: two would be simulated against each other's past. The lock makes two at once wait.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('draft-rule-set'))`
    const open = await tx.creditRuleSetVersion.findFirst({ where: { state: 'DRAFT', organisationId } })
    if (open) throw new RefusedError({ code: 'DRAFT_EXISTS', version: open.version })

    const { version, basedOn, parameters } = isIndustry ? await industryStart(unit, serviceItemCodes) : await cityStart(unit)
    const { id } = await tx.creditRuleSetVersion.create({
      data: {
        ...{ version, basedOn, organisationId, serviceItemCodes },
        parameters: asJson(parameters) ?? {},
        explanation: '',
        draftedById: viewer.userId ?? '',
        draftedAt: now,
      },
    })
    await unit.audit({
      action: 'ruleSet.draft',
      entity: 'CreditRuleSetVersion',
      entityId: id,
      after: { version, basedOn, serviceItemCodes },
    })
    return id
  })
}

async function cityStart({ tx, now }: UnitOfWork) {
  const inForce = unwrap(ruleSetOn(await creditRuleSetsOf(tx), shanghaiDayOf(now)))
  // ZZ-1 is in the code; a discarded draft keeps its number.
  const version = `ZZ-${(await tx.creditRuleSetVersion.count({ where: { organisationId: null } })) + 2}`
  return { version, basedOn: inForce.version, parameters: valuesOf(inForce.parameters) }
}

async function industryStart({ tx, viewer }: UnitOfWork, serviceItemCodes: readonly string[]) {
  const last = await tx.creditRuleSetVersion.findFirst({
    where: { state: 'PUBLISHED', organisationId: viewer.organisationId, serviceItemCodes: { hasSome: [...serviceItemCodes] } },
    orderBy: { effectiveFrom: 'desc' },
  })
  const version = `HY-${(await tx.creditRuleSetVersion.count({ where: { organisationId: { not: null } } })) + 1}`
  return { version, basedOn: last?.version ?? '', parameters: last?.parameters ?? industryTemplate }
}

/** An agency keeps a standard only for items that it approves by. */
async function demandCompetence({ tx, viewer }: UnitOfWork, serviceItemCodes: readonly string[]): Promise<void> {
  const agency = await tx.organisation.findUnique({ where: { id: viewer.organisationId ?? '' } })
  const items = await tx.serviceItem.findMany({ where: { code: { in: [...serviceItemCodes] }, status: { not: 'CANCELLED' } } })
  const competent = items
    .filter(({ approvingAgencyZh }) => isApprovedBy(approvingAgencyZh, agency?.agencyKindZh ?? ''))
    .map(({ code }) => code)
  const others = serviceItemCodes.filter((code) => !competent.includes(code))
  if (others.length > 0) throw new ValidationError([{ path: 'serviceItemCodes', code: 'NOT_COMPETENT', facts: { items: others } }])
}
