import type { CellValue } from '#domain/bulk/read-cell.ts'
import { changedFields } from '#domain/catalogue/compare-items.ts'
import { itemContentSchema, itemFields } from '#domain/catalogue/item-content.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { newestVersion } from '../../catalogue/newest-version.ts'
import type { NewestVersion } from '../../catalogue/newest-version.ts'
import type { ImportAtWork, NoteFault, RowJudge, RowValues } from '../import-procedure.ts'

/** What an empty cell, or a column that isn't there, says of a new item. Fields without a line must be filled in. */
const defaults: Partial<ItemContent> = {
  isLegalBasisVerified: false,
  basisNote: '',
  qualificationZh: '',
  isQualificationRequired: false,
  feeNote: '',
  selfPreparation: 'UNKNOWN',
  cancelledBy: null,
  source: '',
  evidence: '',
  isZoneAreaAssessed: false,
  backgroundFields: [],
  timeLimitWorkingDays: null,
  feeUnit: null,
  referenceSize: 1,
  feeCeiling: null,
}

/** Judges an item by itself: complete, its status and cancelling document in accord, and not older than what was published last. */
export async function itemJudge({ unit, options }: ImportAtWork): Promise<RowJudge> {
  const { tx } = unit
  const codes = new Set((await tx.serviceItem.findMany({ select: { code: true } })).map(({ code }) => code))
  for (const { serviceItemCode } of await tx.serviceItemVersion.findMany({
    distinct: ['serviceItemCode'],
    select: { serviceItemCode: true },
  })) {
    codes.add(serviceItemCode)
  }
  const newest = new Map<string, NewestVersion | null>()
  for (const code of codes) newest.set(code, await newestVersion(tx, code))
  const { effectiveOn } = options as { readonly effectiveOn: CalendarDay }
  return (values, note) => {
    const code = String(values['code'])
    const known = newest.get(code) ?? null
    if (!known && !/^ZJ-[A-Z]{3}-\d{3}$/.test(code)) note('code', 'ITEM_CODE_INVALID')
    const content = contentOf(values, known?.content ?? null, note)
    const changes = content && known ? changedFields(known.content, content).map(({ field }) => field) : []
    if (known && changes.length > 0 && effectiveOn < known.effectiveOn) {
      note(null, 'EFFECTIVE_BEFORE_LATEST', { latestOn: known.effectiveOn })
    }
    return { key: code, name: content?.nameZh ?? '', content, isNew: !known, fields: changes }
  }
}

function contentOf(values: RowValues, known: ItemContent | null, note: NoteFault): ItemContent | null {
  const wanted: Record<string, unknown> = {}
  for (const field of itemFields) wanted[field] = fieldOf(field, values[field], known)
  if (wanted['status'] === 'RETAINED' && wanted['cancelledBy'] !== null) note('cancelledBy', 'RETAINED_BUT_CANCELLED')
  if (wanted['status'] === 'CANCELLED' && wanted['cancelledBy'] === null) note('cancelledBy', 'CANCELLING_DOCUMENT_MISSING')
  const parsed = itemContentSchema.safeParse(wanted)
  if (parsed.success) return parsed.data
  for (const { path, code } of parsed.error.issues) {
    const field = typeof path[0] === 'string' ? path[0] : null
    note(field, code === 'too_big' ? 'CELL_TOO_LONG_HERE' : 'CELL_REQUIRED')
  }
  return null
}

function fieldOf(field: keyof ItemContent, value: CellValue | undefined, known: ItemContent | null): unknown {
  if (value === undefined) return known ? known[field] : defaults[field]
  if (value !== null) return value
  // An empty cell empties what may be empty; of an English name it says that nobody filled it in.
  return field in defaults ? defaults[field] : known?.[field]
}
