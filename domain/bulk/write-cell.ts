import type { FeeSchedule } from '../catalogue/fee-schedule.ts'
import type { CellType, SheetLanguage } from './column.ts'
import { writeFee } from './fee-text.ts'
import type { CellValue } from './read-cell.ts'

/** A value as a table shows it, so that `readCell` reads the same again. */
export function writeCell(cell: CellType, value: CellValue | undefined, language: SheetLanguage): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (cell.type === 'ONE_OF') return cell.values.find((choice) => choice.value === value)?.[language][0] ?? String(value)
  if (cell.type === 'FEE') return writeFee(value as FeeSchedule, language)
  if (Array.isArray(value)) return value.join(language === 'zh' ? '、' : ', ')
  return String(value)
}
