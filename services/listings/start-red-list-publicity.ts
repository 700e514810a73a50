import type { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { listingRulesOn, redListFindingsOf } from './find-red-list-criteria.ts'
import { lockNomination, nominationStepInput, saveNominationStep, takeNominationStep } from './lock-nomination.ts'

/**
 * The examining office puts a nomination before the public 公示, from tomorrow on for the working days of the rules; never who nominated.
 * @returns the nomination's id
 * @throws RefusedError CRITERIA_NOT_MET, NOMINATED_BY_YOU, STEP_FORBIDDEN, CALENDAR_NOT_LOADED · NotFoundError · ConcurrentChangeError
 */
export async function startRedListPublicity(context: UseCaseContext, input: z.input<typeof nominationStepInput>): Promise<string> {
  const parsed = parseInput(nominationStepInput, input)
  const command = { operation: 'startRedListPublicity', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockNomination(unit, 'redList.examine', parsed)
    const findings = await redListFindingsOf(unit.tx, locked.row.subjectId, unit.now)
    const step = { type: 'START_PUBLICITY', actorId: context.viewer.userId ?? '', findings } as const
    const { publicFromOn, publicUntilOn } = await takeNominationStep(unit, 'redList.examine', locked, step, 'PUBLICITY_STARTED')
    const data = { state: 'PUBLICITY', publicFromOn: toDbDay(publicFromOn), publicUntilOn: toDbDay(publicUntilOn) } as const
    const basis = citeBasis(listingRulesOn(unit.now).parameters.redListPublicityWorkingDays.basis)
    const id = await saveNominationStep(
      unit,
      locked,
      { ...data, findings: asJson(findings) ?? [] },
      { action: 'redList.startPublicity', basis, after: { publicFromOn, publicUntilOn } },
    )
    const facts = { publicFromOn, publicUntilOn }
    await recordStep(unit, { procedure: 'RED_LIST', entityId: id, kind: 'RED_LIST_PUBLICITY_STARTED', audience: 'PUBLIC', facts })
    await unit.outbox('redList.publicityStarted', 'RedListNomination', id)
    return id
  })
}
