import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { selectionRuleSets } from '#domain/selection/zz-selection-1.ts'
import type { PreselectionPool, Prisma } from '#prisma/generated/client.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError } from '../kernel/use-case-error.ts'
import { checkDraftFacts, poolNamed } from './check-draft-facts.ts'
import { selectionDraftFields } from './draft-input.ts'
import type { SelectionDraftFields } from './draft-input.ts'
import { recordEvent } from './record-event.ts'
import { supervisorOf } from './supervisor-of.ts'

export const draftSelectionInput = selectionDraftFields.extend({ clientMutationId: z.string().min(1).max(100) })

/**
 * Begins a selection 选取 as a draft that its owner alone sees (rulebook R3: only the applicant creates one).
 * @returns the selection's id
 * @throws ForbiddenError · ValidationError · RefusedError MODE_NOT_ANNOUNCED, ITEM_CANCELLED, SIZE_REQUIRED, whatever the criteria or the
 *   preselection pool lack
 */
export async function draftSelection(context: UseCaseContext, input: z.input<typeof draftSelectionInput>): Promise<string> {
  const parsed = parseInput(draftSelectionInput, input)
  const { clientMutationId, ...fields } = parsed
  return runUseCase(context, { operation: 'draftSelection', clientMutationId, input: parsed }, async (unit) => {
    demand(context, 'selection.draft')
    const { subjectId, userId } = context.viewer
    if (subjectId === null || userId === null) throw new ForbiddenError('selection.draft', false)
    const columns = await checkedColumns(unit, fields)
    const number = await nextNumber(unit, 'SELECTION')
    const { id } = await unit.tx.selection.create({
      data: { ...columns, number, applicantId: subjectId, createdById: userId, createdAt: unit.now },
    })
    await recordEvent(unit, id, 'DRAFTED', {}, { isPublic: false })
    await unit.audit({ action: 'selections.draft', entity: 'Selection', entityId: id, after: { number, ...fields } })
    return id
  })
}

/** The columns that a draft's fields make, checked. */
export async function checkedColumns(unit: UnitOfWork, fields: SelectionDraftFields) {
  const pool = await poolNamed(unit, fields.preselectionPoolNumber)
  await checkDraftFacts(unit, { ...fields, size: fields.size ?? null }, pool)
  return {
    ...columnsOf(fields, pool),
    ruleSetVersion: unwrap(ruleSetOn(selectionRuleSets, shanghaiDayOf(unit.now))).version,
    supervisorId: await supervisorOf(unit.tx, fields.divisionCode),
  }
}

function columnsOf(
  { preselectionPoolNumber: _named, criteria, size, ceilingFen, maxWorkingDays, ...fields }: SelectionDraftFields,
  pool: PreselectionPool | null,
) {
  return {
    ...fields,
    size: size ?? null,
    ceilingFen: ceilingFen ?? null,
    maxWorkingDays: maxWorkingDays ?? null,
    criteria: asJson(criteria) ?? [],
    preselectionPoolId: pool?.id ?? null,
  } satisfies Partial<Prisma.SelectionUncheckedCreateInput>
}
