import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import { tieRecordSchema } from '#domain/intermediaries/recorded-tie.ts'
import type { RecordedByYourself } from '#domain/intermediaries/recorded-tie.ts'
import { decideChange } from '#domain/intermediaries/register-change.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { wantedSchemas } from '#domain/intermediaries/wanted-change.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError } from '../kernel/use-case-error.ts'
import { applyRegisterChange } from './apply-register-change.ts'
import { upkeepRules } from './changing-firm.ts'
import { findChangeProblems } from './find-change-problems.ts'
import { loadRegisterBefore } from './load-register-before.ts'
import { lockRegisterChange } from './lock-register-change.ts'
import { withoutIdentities } from './without-identities.ts'

export const changeOutcomes = ['ACCEPTED', 'REFUSED'] as const

export const decideRegisterChangeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  outcome: z.enum(changeOutcomes),
  reasons: z.string().trim().max(2000).default(''),
})

/**
 * The form check 形式审查 of a change: accepted, it takes effect in this transaction, with the standing and the search document; refused, the
 * firm is told why and the register stays as it is. The automatic checks are made again.
 * @returns the change's id
 * @throws RefusedError CHANGE_BLOCKED, REASONS_WANTED, STEP_FORBIDDEN, CHANGE_TARGET_GONE,
 *   TIE_RECORDED_BY_YOURSELF · NotFoundError · ConcurrentChangeError · ForbiddenError
 */
export async function decideRegisterChange(context: UseCaseContext, input: z.input<typeof decideRegisterChangeInput>): Promise<string> {
  const parsed = parseInput(decideRegisterChangeInput, input)
  const command = { operation: 'decideRegisterChange', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { viewer, tx, now } = unit
    if (!couldEver(viewer, 'registerChange.decide')) throw new ForbiddenError('registerChange.decide', viewer.kind === 'ANONYMOUS')
    const { change, firm } = await lockRegisterChange(unit, parsed)
    demand(context, 'registerChange.decide', { concernedSubjectId: firm.subjectId })
    const { id, number, kind, wanted } = change
    if (kind === 'EXIT') throw new RefusedError({ code: 'STEP_FORBIDDEN', from: change.state, to: parsed.outcome })
    await refuseOwnRecord(unit, kind, wanted)
    const findings = await findChangeProblems(tx, firm, { kind, wanted }, shanghaiDayOf(now))
    const state = unwrap(decideChange(change.state, parsed.outcome, parsed.reasons, findings))
    const before = await loadRegisterBefore(tx, firm, kind, wanted)
    if (state === 'ACCEPTED') await applyRegisterChange(unit, firm, kind, wanted)
    await tx.registerChange.update({
      where: { id },
      data: {
        ...{ state, checkedAt: now, checkedById: viewer.userId, checkReasons: parsed.reasons },
        // Kept with a refusal too: what the officer had side by side stays readable.
        before: asJson(before) ?? {},
        version: { increment: 1 },
      },
    })
    await unit.audit({
      action: state === 'ACCEPTED' ? 'intermediary.acceptChange' : 'intermediary.refuseChange',
      entity: 'RegisterChange',
      entityId: id,
      before,
      after: { number, kind, state, wanted: withoutIdentities(wanted), reasons: parsed.reasons, findings },
      basis: citeBasis(upkeepRules(unit).parameters.checkWorkingDays.basis),
    })
    await unit.outbox('intermediaries.changeDecided', 'RegisterChange', id)
    return id
  })
}

/** An objection to a recorded tie, or its end, is decided by another officer than the one who recorded it. */
async function refuseOwnRecord({ tx, viewer }: UnitOfWork, kind: string, wanted: unknown): Promise<void> {
  if (kind !== 'AFFILIATIONS') return
  const ids = wantedSchemas.AFFILIATIONS.parse(wanted).flatMap((one) => (one.op === 'ADD' ? [] : [one.affiliationId]))
  const recorded = await tx.affiliation.findMany({ where: { id: { in: ids }, isDeclared: false } })
  const own = recorded.find(({ record }) => tieRecordSchema.safeParse(record).data?.recordedById === viewer.userId)
  if (own) throw new RefusedError({ code: 'TIE_RECORDED_BY_YOURSELF', partyName: own.partyName } satisfies RecordedByYourself)
}
