import type { ImportAtWork, NoteFault, RowJudge, RowValues } from '../import-procedure.ts'
import { loadDivisionCodes } from '../division-codes.ts'

/** Columns of the firm itself: on the several rows of one firm they say the same. */
export const firmFields = [
  'name',
  'nameEn',
  'divisionCode',
  'legalForm',
  'legalRepresentative',
  'address',
  'phone',
  'introduction',
  'listedOn',
] as const
/** Columns of a certificate, by their key in the file. */
export const certificateFields = [
  'qualificationName',
  'qualificationGrade',
  'certificateNo',
  'issuer',
  'validFromOn',
  'validUntilOn',
  'qualifiedItems',
] as const

/** Judges a row of the register by itself: division and items known, days in their order, a certificate complete. */
export async function intermediaryJudge({ unit, today }: ImportAtWork): Promise<RowJudge> {
  const divisionCode = await loadDivisionCodes(unit.tx)
  const items = new Set((await unit.tx.serviceItem.findMany({ select: { code: true } })).map(({ code }) => code))
  return (values, note) => {
    const division = divisionCode(String(values['divisionCode']))
    if (!division) note('divisionCode', 'DIVISION_UNKNOWN', { divisions: [values['divisionCode']] })
    const listedOn = values['listedOn']
    if (typeof listedOn === 'string' && listedOn > today) note('listedOn', 'DAY_IN_FUTURE', { today })
    if (String(values['name']).length < 2) note('name', 'CELL_TOO_SHORT', { least: 2 })
    return {
      ...values,
      key: values['uscc'],
      divisionCode: division,
      introduction: values['introduction'] ?? '',
      ...certificateOf(values, items, note),
    }
  }
}

function certificateOf(values: RowValues, items: ReadonlySet<string>, note: NoteFault): Readonly<Record<string, unknown>> {
  const codes = ((values['qualifiedItems'] ?? []) as readonly string[]).map((code) => code.toUpperCase())
  const isThere = certificateFields.some((field) => values[field] !== null && values[field] !== undefined)
  if (!isThere) return { hasCertificate: false, qualifiedItems: [] }
  for (const field of ['qualificationName', 'certificateNo', 'issuer', 'validFromOn'] as const) {
    if (values[field] === null || values[field] === undefined) note(field, 'CERTIFICATE_INCOMPLETE')
  }
  const { validFromOn, validUntilOn } = values
  if (typeof validFromOn === 'string' && typeof validUntilOn === 'string' && validUntilOn < validFromOn) {
    note('validUntilOn', 'ENDS_BEFORE_IT_BEGINS', { validFromOn })
  }
  const unknown = codes.filter((code) => !items.has(code))
  if (unknown.length > 0) note('qualifiedItems', 'SERVICE_ITEM_UNKNOWN', { itemCode: unknown.slice(0, 5) })
  return { hasCertificate: true, qualifiedItems: [...new Set(codes)].sort() }
}
