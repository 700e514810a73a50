import { readProjectCode } from '#domain/acceptance/project-code.ts'
import type { FoundMaterials } from '../../acceptance/case-input.ts'
import type { ImportAtWork, NoteFault, RowJudge, RowValues } from '../import-procedure.ts'

/** Judges a row by itself: an item there is, materials that are on its list, a project code of the right form. */
export async function caseJudge({ unit, present }: ImportAtWork): Promise<RowJudge> {
  const items = await unit.tx.approvalItem.findMany({
    select: { code: true, materials: { select: { seq: true }, orderBy: { seq: 'asc' } } },
  })
  const materialsOf = new Map(items.map(({ code, materials }) => [code, materials.map(({ seq }) => seq)]))
  const isRecorded = present.has('missingMaterials') || present.has('flawedMaterials')
  return (values, note) => {
    const approvalItemCode = String(values['approvalItemCode'])
    const listed = materialsOf.get(approvalItemCode)
    if (!listed) note('approvalItemCode', 'APPROVAL_ITEM_UNKNOWN', { approvalItemCode })
    return {
      key: values['externalNumber'],
      approvalItemCode,
      uscc: values['uscc'],
      applicantName: values['applicantName'] || null,
      projectName: values['projectName'],
      projectCode: projectCodeOf(values, note),
      materials: listed && isRecorded ? foundMaterials(values, listed, note) : null,
    }
  }
}

function projectCodeOf(values: RowValues, note: NoteFault): string | null {
  const typed = values['projectCode']
  if (!typed) return null
  const read = readProjectCode(String(typed))
  if (read.ok) return read.value
  note('projectCode', read.refusal.code)
  return null
}

/** With one of the two columns the table says what of each material lies there; what it doesn't name was received. */
function foundMaterials(values: RowValues, listed: readonly number[], note: NoteFault): FoundMaterials {
  const named = (key: string): readonly number[] => {
    const numbers = ((values[key] ?? []) as readonly string[]).map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : NaN))
    const unknown = numbers.filter((seq) => !listed.includes(seq))
    if (unknown.length > 0) note(key, 'MATERIAL_NUMBER_UNKNOWN', { listed: listed.join('、') })
    return numbers
  }
  const [missing, flawed] = [named('missingMaterials'), named('flawedMaterials')]
  if (missing.some((seq) => flawed.includes(seq))) note('flawedMaterials', 'MATERIAL_MISSING_AND_FLAWED')
  return listed.map((seq) => ({ seq, presence: missing.includes(seq) ? 'MISSING' : flawed.includes(seq) ? 'FLAWED' : 'PRESENT' }))
}
