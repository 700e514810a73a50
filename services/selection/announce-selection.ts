import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis, ruleSetOn } from '#domain/kernel/rule-set.ts'
import { decideAnnouncement } from '#domain/selection/announce.ts'
import { selectionRuleSets } from '#domain/selection/zz-selection-1.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { checkDraftFacts, wantedOf } from './check-draft-facts.ts'
import { commitDraw } from './commit-draw.ts'
import { selectionStepInput } from './draft-input.ts'
import { lockSelectionFor, selectionContext } from './lock-selection.ts'
import { openSignUp } from './open-sign-up.ts'
import { prepareSealing } from './prepare-sealing.ts'
import { saveSelectionStep } from './save-selection-step.ts'
import { supervisorOf } from './supervisor-of.ts'

/** When sign-up opens (null: at once), where its line is, and when sealed quotes are opened (null: once it is closed). */
export const selectionTimes = z.object({
  signUpOpensAt: z.date().nullish(),
  signUpClosesAt: z.date(),
  opensAt: z.date().nullish(),
})
export type SelectionTimes = z.output<typeof selectionTimes>

export const announceSelectionInput = selectionStepInput.extend(selectionTimes.shape)

/**
 * Announces a selection 公告: what it asks for, its times, the fewest bidders, the rules it follows, the draw it is committed to and the keys
 * of its quotes are public from here on and never change.
 * @returns the selection's id
 * @throws RefusedError SIGN_UP_TOO_SHORT, SIGN_UP_OPENS_IN_PAST, OPENING_BEFORE_CLOSING, CALENDAR_NOT_LOADED, NO_SUPERVISOR_KEY, whatever a
 *   draft is refused for · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function announceSelection(context: UseCaseContext, input: z.input<typeof announceSelectionInput>): Promise<string> {
  const parsed = parseInput(announceSelectionInput, input)
  const { clientMutationId, number, version, ...times } = parsed
  return runUseCase(context, { operation: 'announceSelection', clientMutationId, input: parsed }, async (unit) => {
    const row = await lockSelectionFor(unit, 'selection.manage', { number, version })
    await announce(unit, row, times)
    return row.id
  })
}

/** Announces a draft that is ours: a first round, or the round after a failed one. */
export async function announce(unit: UnitOfWork, draft: Selection, times: SelectionTimes): Promise<void> {
  const { tx, now } = unit
  const pool = draft.preselectionPoolId ? await tx.preselectionPool.findUniqueOrThrow({ where: { id: draft.preselectionPoolId } }) : null
  const facts = await checkDraftFacts(unit, wantedOf(draft), pool)
  const { version: ruleSetVersion } = unwrap(ruleSetOn(selectionRuleSets, shanghaiDayOf(now)))
  const rules = await selectionContext(unit, { ruleSetVersion })
  const wanted = { ...times, signUpOpensAt: times.signUpOpensAt ?? null, opensAt: times.opensAt ?? null }
  const { minimumPool, ...announced } = unwrap(decideAnnouncement(facts, wanted, rules))
  const supervisorId = await supervisorOf(tx, draft.divisionCode)
  const row = await saveSelectionStep(unit, draft, {
    to: 'ANNOUNCED',
    kind: 'ANNOUNCED',
    facts: { mode: draft.mode, fundSource: draft.fundSource, minimumPool, ruleSetVersion, itemVersion: facts.itemVersion, ...announced },
    action: 'selections.announce',
    basis: citeBasis(rules.ruleSet.parameters.minimumPool.basis),
    topic: 'selections.announced',
    data: { ...announced, ruleSetVersion, itemVersion: facts.itemVersion, supervisorId },
  })
  await commitDraw(unit, { selectionId: row.id, selectionNumber: row.number, closesAt: announced.signUpClosesAt })
  if (announced.opensAt) await prepareSealing(unit, { selectionId: row.id, supervisorId, opensAt: announced.opensAt })
  if (announced.signUpOpensAt <= now) await openSignUp(unit, row)
}
