import { z } from 'zod'
import { decideDirectChoice } from '#domain/engagements/choose.ts'
import type { ChoiceFacts, IntermediaryChosen } from '#domain/engagements/choose.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { fundSources } from '#domain/selection/selection.ts'
import { selectionRuleSets } from '#domain/selection/zz-selection-1.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, ValidationError } from '../kernel/use-case-error.ts'
import { raisingAlertsFor } from '../supervision/raise-alert-apart.ts'
import { createEngagement } from './create-engagement.ts'
import { loadChoiceFacts } from './load-choice-facts.ts'

export const chooseIntermediaryInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  uscc: z.string().min(1).max(40),
  serviceItemCode: z.string().min(1).max(40),
  divisionCode: z.string().min(1).max(12),
  projectName: z.string().trim().min(1).max(200),
  /** In the unit that fee or ceiling are counted in; left out where neither is. */
  size: z.number().nullish(),
  /** Whose money pays; direct choice is for some funds only. */
  fundSource: z.enum(fundSources).default('PRIVATE'),
  /** Fee, days and version as they were shown when the applicant confirmed. */
  feeFen: z.number().int(),
  promisedWorkingDays: z.number().int(),
  offeringVersion: z.number().int(),
})
type Wish = z.output<typeof chooseIntermediaryInput>

/**
 * Direct choice 直接选取 (rulebook R3): the applicant, and nobody else, chooses an intermediary for a service item; fee, size and days are
 * kept as shown and confirmed. State and mixed funds go by an announced selection instead. Refused while the intermediary may not be chosen;
 * an offering found over a government ceiling leaves an alert besides. Answers with the engagement's id.
 */
export async function chooseIntermediary(context: UseCaseContext, input: z.input<typeof chooseIntermediaryInput>): Promise<string> {
  const parsed = parseInput(chooseIntermediaryInput, input)
  const command = { operation: 'chooseIntermediary', clientMutationId: parsed.clientMutationId, input: parsed }
  return raisingAlertsFor<ChoiceFacts>(
    context,
    (known) => runUseCase(context, command, (unit) => choose(unit, parsed, known)),
    ({ code, facts }, { offering, intermediary }) =>
      code === 'FEE_OVER_CEILING' && offering
        ? {
            kind: 'FEE_OVER_CEILING',
            level: 'RED',
            sourceType: 'ServiceOffering',
            sourceId: `${offering.offeringId}:${offering.version}`,
            subjectId: intermediary?.subjectId ?? null,
            serviceItemCode: offering.serviceItemCode,
            facts,
          }
        : null,
  )
}

async function choose(unit: UnitOfWork, wish: Wish, known: Partial<ChoiceFacts>): Promise<string> {
  const { context, tx } = unit
  demand(context, 'engagement.choose')
  const { subjectId: viewerSubjectId, userId } = context.viewer
  if (viewerSubjectId === null || userId === null) throw new ForbiddenError('engagement.choose', false)
  // A listing under way finishes first and is seen; one that comes later waits until this choice is made.
  await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "uscc" = ${normaliseUscc(wish.uscc)} FOR SHARE`
  const facts = await loadChoiceFacts(tx, wish, unit.now)
  if ('unknown' in facts) throw new ValidationError([{ path: facts.unknown, code: 'UNKNOWN_CODE', facts: {} }])
  Object.assign(known, facts)
  const { feeFen, promisedWorkingDays, offeringVersion, fundSource, size = null } = wish
  const { directFundSources } = unwrap(ruleSetOn(selectionRuleSets, shanghaiDayOf(unit.now))).parameters
  const confirmed = { feeFen, promisedWorkingDays, offeringVersion }
  const calendar = await loadCalendar(tx)
  const chosen = unwrap(decideDirectChoice({ ...facts, viewerSubjectId, size, fundSource, directFundSources, confirmed, calendar }))
  return saveEngagement(unit, wish, chosen, { applicantId: viewerSubjectId, chosenById: userId })
}

async function saveEngagement(
  unit: UnitOfWork,
  { uscc, serviceItemCode, divisionCode, projectName, fundSource }: Wish,
  { snapshot, deliverDueOn, chosenAt, ...terms }: IntermediaryChosen,
  by: { readonly applicantId: string; readonly chosenById: string },
): Promise<string> {
  const { intermediary, offering } = snapshot
  return createEngagement(
    unit,
    {
      mode: 'DIRECT',
      intermediaryId: intermediary.intermediaryId,
      offeringId: offering.offeringId,
      ...{ serviceItemCode, divisionCode, projectName, deliverDueOn, chosenAt, snapshot, ...by },
      ...{ feeFen: terms.feeFen, size: terms.size, promisedWorkingDays: terms.promisedWorkingDays },
    },
    { action: 'engagements.choose', uscc, fundSource },
  )
}
