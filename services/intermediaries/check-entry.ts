import { z } from 'zod'
import { decideCheck, entryCheckOutcomes } from '#domain/intermediaries/entry-application.ts'
import type { EntryChecked } from '#domain/intermediaries/entry-application.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { entryStepInput } from './entry-draft-input.ts'
import { entryContext, lockEntry, saveEntryStep } from './lock-entry.ts'
import { readApplication } from './read-entry.ts'

export const checkEntryInput = entryStepInput.extend({
  outcome: z.enum(entryCheckOutcomes),
  reasons: z.string().trim().max(4000).default(''),
  /** The officer has reviewed why a code with a wrong check character is right (rulebook R8). */
  isUsccOverrideAccepted: z.boolean().default(false),
})

const topics = { PUBLICITY: 'entries.published', RETURNED: 'entries.returned', REFUSED: 'entries.refused' } as const

/**
 * The form check 形式审查: passes an application on to publicity, sends it back or refuses it, the latter two with reasons. What the
 * program found is reckoned again here, so that nobody is passed on what was true an hour ago.
 * @returns the application's id
 * @throws RefusedError ENTRY_HAS_FINDINGS, USCC_OVERRIDE_UNREVIEWED, REASONS_REQUIRED, STEP_FORBIDDEN, CALENDAR_NOT_LOADED · ForbiddenError for
 *   one's own application · NotFoundError · ConcurrentChangeError
 */
export async function checkEntry(context: UseCaseContext, input: z.input<typeof checkEntryInput>): Promise<string> {
  const parsed = parseInput(checkEntryInput, input)
  return runUseCase(context, { operation: 'checkEntry', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const row = await lockEntry(unit, 'entry.check', parsed)
    const rules = await entryContext(unit)
    const { entry, problems, findings } = await readApplication(unit.tx, row, unit.now)
    // A rule that changed since it was submitted can leave something missing: only a return helps then.
    if (!entry && parsed.outcome === 'PASS') {
      throw new RefusedError({ code: 'ENTRY_INCOMPLETE', steps: [...new Set(problems.map(({ step }) => step))] })
    }
    const checked = unwrap(decideCheck(row.state, parsed, findings, rules))
    const isOverride = checked.state === 'PUBLICITY' && row.usccOverrideReason !== null
    const officer = context.viewer.userId
    await saveEntryStep(
      unit,
      row,
      {
        ...publicityDays(checked),
        ...{ state: checked.state, checkedById: officer, checkedAt: unit.now, checkReasons: parsed.reasons },
        ...(isOverride && { usccOverrideById: officer }),
        ...(checked.state === 'REFUSED' && { closedAt: unit.now }),
      },
      {
        action: 'entry.check',
        basis: citeBasis(rules.ruleSet.parameters.checkWorkingDays.basis),
        after: { ...checked, reasons: parsed.reasons, isUsccOverridden: isOverride },
      },
    )
    await unit.outbox(topics[checked.state], 'EntryApplication', row.id)
    return row.id
  })
}

function publicityDays(checked: EntryChecked) {
  if (checked.state !== 'PUBLICITY') return {}
  return { publicityFromOn: toDbDay(checked.publicityFromOn), publicityUntilOn: toDbDay(checked.publicityUntilOn) }
}
