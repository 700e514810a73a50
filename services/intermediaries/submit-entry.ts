import type { z } from 'zod'
import { decideSubmission } from '#domain/intermediaries/entry-application.ts'
import { readEntry } from '#domain/intermediaries/entry-completeness.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { checkUscc } from '#domain/kernel/uscc.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { entryStepInput } from './entry-draft-input.ts'
import { draftOf, entryContext, lockEntry, saveEntryStep } from './lock-entry.ts'

/**
 * Submits an application, the first time or corrected, for the form check (rulebook R3: within 2 working days).
 * @returns the application's id
 * @throws RefusedError ENTRY_INCOMPLETE with the steps, USCC_IN_OTHER_APPLICATION, STEP_FORBIDDEN, CALENDAR_NOT_LOADED · NotFoundError · ConcurrentChangeError
 */
export async function submitEntry(context: UseCaseContext, input: z.input<typeof entryStepInput>): Promise<string> {
  const parsed = parseInput(entryStepInput, input)
  return runUseCase(context, { operation: 'submitEntry', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const row = await lockEntry(unit, 'entry.edit', parsed)
    const rules = await entryContext(unit)
    const { entry, problems } = readEntry(draftOf(row), rules.ruleSet)
    const { submittedAt, checkDueOn, ...event } = unwrap(decideSubmission(row.state, problems, rules))
    const identity = entry?.identity
    if (identity) await demandNoRival(unit, row.id, identity.uscc)
    const isOverrideAsked = identity !== undefined && !checkUscc(identity.uscc).ok
    await saveEntryStep(
      unit,
      row,
      {
        ...event,
        ...{ name: identity?.name, uscc: identity?.uscc, submittedAt, checkDueOn: toDbDay(checkDueOn) },
        // What an earlier round said no longer stands.
        ...{ checkedById: null, checkedAt: null, checkReasons: null, publicityFromOn: null, publicityUntilOn: null },
        usccOverrideReason: isOverrideAsked ? identity.usccReason : null,
        usccOverrideById: null,
      },
      { action: 'entry.submit', basis: citeBasis(rules.ruleSet.parameters.checkWorkingDays.basis), after: { checkDueOn } },
    )
    await unit.outbox('entries.submitted', 'EntryApplication', row.id)
    return row.id
  })
}

/**
 * One application a code is examined at a time. Who finds the own code taken isn't told by whom: the office refuses the wrong one within
 * its 2 working days, or an objection does.
 */
async function demandNoRival({ tx }: UnitOfWork, id: string, uscc: string): Promise<void> {
  // Two that submit at once: the second sees the first.
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`entry:${uscc}`}, 0))) AS held`
  const rivals = await tx.entryApplication.count({ where: { uscc, id: { not: id }, state: { in: ['SUBMITTED', 'PUBLICITY'] } } })
  if (rivals > 0) throw new RefusedError({ code: 'USCC_IN_OTHER_APPLICATION', uscc })
}
