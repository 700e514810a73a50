import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { checkDraft } from '#domain/selection/announce.ts'
import type { SelectionDraft } from '#domain/selection/announce.ts'
import { criteriaSchema } from '#domain/selection/criteria.ts'
import { checkPoolFits } from '#domain/selection/preselection-use.ts'
import type { PreselectionPool, Selection } from '#prisma/generated/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { toItem } from '../engagements/load-choice-facts.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import type { SelectionDraftFields } from './draft-input.ts'
import { termOf } from './preselection-membership.ts'

const unknown = (path: string) => new ValidationError([{ path, code: 'UNKNOWN_CODE', facts: {} }])

interface Wanted extends Pick<SelectionDraftFields, 'mode' | 'fundSource' | 'serviceItemCode' | 'divisionCode' | 'criteria'> {
  readonly size: number | null
}

/** A draft with the catalogue's entry of today. `itemVersion` is the version in force. */
export interface DraftFacts extends SelectionDraft {
  readonly itemVersion: number
}

/**
 * Loads what a draft is checked by and checks it, as it is kept and again as it is announced.
 * @throws ValidationError for codes nobody has · RefusedError
 */
export async function checkDraftFacts({ tx, now }: UnitOfWork, wanted: Wanted, pool: PreselectionPool | null): Promise<DraftFacts> {
  const { mode, fundSource, serviceItemCode, divisionCode, size, criteria } = wanted
  const item = await itemInForce(tx, serviceItemCode, shanghaiDayOf(now))
  if (!item) throw unknown('serviceItemCode')
  const divisionLine = (await divisionLines(tx, [divisionCode])).get(divisionCode)
  if (!divisionLine) throw unknown('divisionCode')
  const draft = { mode, fundSource, size, criteria, item: toItem(item) }
  unwrap(checkDraft(draft))
  if (pool) unwrap(checkPoolFits({ ...pool, ...termOf(pool) }, { serviceItemCode, divisionLine, now }))
  return { ...draft, itemVersion: item.version }
}

/** The pool named by its number; null where none is. @throws ValidationError for a number nobody has */
export async function poolNamed({ tx }: UnitOfWork, number: string | null | undefined): Promise<PreselectionPool | null> {
  if (number === null || number === undefined) return null
  const pool = await tx.preselectionPool.findUnique({ where: { number } })
  if (!pool) throw unknown('preselectionPoolNumber')
  return pool
}

/** What a stored draft asks for. */
export const wantedOf = ({ mode, fundSource, serviceItemCode, divisionCode, size, criteria }: Selection): Wanted => ({
  ...{ mode, fundSource, serviceItemCode, divisionCode, size },
  criteria: criteriaSchema.parse(criteria),
})
