import { z } from 'zod'
import { splitProfile } from '#domain/intermediaries/profile-change.ts'
import { wantedProfile } from '#domain/intermediaries/wanted-change.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { requireDivisions } from '../access/require-division.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { applyProfile } from './apply-profile.ts'
import { lockOwnEntry, profileOf, upkeepRules } from './changing-firm.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { openRegisterChange } from './open-register-change.ts'

export const requestProfileChangeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  profile: wantedProfile,
  reasons: z.string().trim().max(2000).default(''),
})

/**
 * An institution asks that its profile say something else. Telephone and introduction change at once, everything else after the form check
 * (rule set ZZ-UPKEEP-1).
 * @returns the id of the change that waits, or of the one that took effect
 * @throws RefusedError NOTHING_CHANGED, INTERMEDIARY_NOT_LISTED, CALENDAR_NOT_LOADED · ValidationError DIVISION_UNKNOWN · ForbiddenError
 */
export async function requestProfileChange(context: UseCaseContext, input: z.input<typeof requestProfileChangeInput>): Promise<string> {
  const parsed = parseInput(requestProfileChangeInput, input)
  const command = { operation: 'requestProfileChange', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const firm = await lockOwnEntry(unit)
    const { atOnce, toCheck } = splitProfile(parsed.profile, profileOf(firm), upkeepRules(unit))
    if (toCheck.divisionCode !== undefined) await requireDivisions(unit, [toCheck.divisionCode], 'profile.divisionCode')
    const done = Object.keys(atOnce).length > 0 ? await changeAtOnce(unit, firm, atOnce, parsed.reasons) : null
    if (Object.keys(toCheck).length > 0)
      return openRegisterChange(unit, firm, { kind: 'PROFILE', wanted: toCheck, reasons: parsed.reasons })
    if (done === null) throw new RefusedError({ code: 'NOTHING_CHANGED' })
    return done
  })
}

/** What needs no check still leaves its line in the firm's history. */
async function changeAtOnce(unit: UnitOfWork, firm: ChangingFirm, wanted: z.output<typeof wantedProfile>, reasons: string) {
  const { now, viewer } = unit
  const before = await applyProfile(unit, firm, wanted)
  const { id } = await unit.tx.registerChange.create({
    data: {
      number: await nextNumber(unit, 'REGISTER_CHANGE'),
      intermediaryId: firm.id,
      kind: 'PROFILE',
      state: 'ACCEPTED',
      wanted: asJson(wanted) ?? {},
      before: asJson(before) ?? {},
      reasons,
      submittedAt: now,
      submittedById: viewer.userId ?? '',
      checkDueOn: toDbDay(shanghaiDayOf(now)),
      checkedAt: now,
    },
  })
  await unit.audit({ action: 'intermediary.changeProfile', entity: 'Intermediary', entityId: firm.id, before, after: wanted })
  await unit.outbox('intermediaries.changed', 'Intermediary', firm.id)
  return id
}
