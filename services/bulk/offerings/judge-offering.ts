import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import { checkFee } from '#domain/catalogue/fee.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import type { ItemInForce } from '../../catalogue/item-in-force.ts'
import { itemsInForce } from '../../catalogue/item-in-force.ts'
import { toFeeRule } from '../../engagements/load-choice-facts.ts'
import { loadDivisionCodes } from '../division-codes.ts'
import type { ImportAtWork, NoteFault, RowJudge, RowValues } from '../import-procedure.ts'

/** The catalogue as it stands today, for every item it has. */
export async function loadItems({ unit, today }: ImportAtWork): Promise<ReadonlyMap<string, ItemInForce>> {
  const rows = await unit.tx.serviceItem.findMany({ select: { code: true } })
  return itemsInForce(
    unit.tx,
    rows.map(({ code }) => code),
    today,
  )
}

/** What the catalogue says against an offering: found for every row, told only of those that change something. */
interface RuleBreach {
  readonly column: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Judges a row of offerings by itself: divisions and item known, and the fee as the item's rules want it (rulebook R2, R3). */
export async function offeringJudge(work: ImportAtWork): Promise<RowJudge> {
  const divisionCode = await loadDivisionCodes(work.unit.tx)
  const items = await loadItems(work)
  return (values, note) => {
    const code = String(values['serviceItemCode'])
    const item = items.get(code)
    if (!item) note('serviceItemCode', 'SERVICE_ITEM_UNKNOWN', { itemCode: code })
    const divisionCodes = divisionsOf(values, divisionCode, note)
    const feeSchedule = values['feeSchedule'] as FeeSchedule
    const fee = item && checkFee(feeSchedule, toFeeRule(item))
    return {
      key: `${String(values['uscc'])} ${code}`,
      uscc: values['uscc'],
      serviceItemCode: code,
      divisionCodes,
      feeSchedule,
      feeFen: fee?.ok ? fee.value : null,
      promisedWorkingDays: values['promisedWorkingDays'],
      feeNote: values['feeNote'] ?? '',
      isWithdrawn: values['isWithdrawn'] ?? false,
      isQualificationRequired: item?.isQualificationRequired ?? false,
      breach: item && fee ? breachOf(item, fee) : null,
    }
  }
}

function divisionsOf(values: RowValues, divisionCode: (text: string) => string | undefined, note: NoteFault): readonly string[] {
  const named = values['divisionCodes'] as readonly string[]
  const unknown = named.filter((text) => divisionCode(text) === undefined)
  if (unknown.length > 0) note('divisionCodes', 'DIVISION_UNKNOWN', { divisions: unknown.slice(0, 5) })
  return [...new Set(named.flatMap((text) => divisionCode(text) ?? []))].sort()
}

function breachOf(item: ItemInForce, fee: ReturnType<typeof checkFee>): RuleBreach | null {
  const retained = checkItemRetained(item)
  if (!retained.ok) return asBreach('serviceItemCode', retained.refusal)
  return fee.ok ? null : asBreach('feeSchedule', fee.refusal)
}

function asBreach(column: string, { code, ...facts }: { readonly code: string } & Record<string, unknown>): RuleBreach {
  return { column, code, facts }
}
