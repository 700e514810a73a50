import { z } from 'zod'
import { coded, oneOf, requiredText, textOrNull } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/** Administrative divisions by GB/T 2260; development zones carry local codes (ZZ-…). */
export const divisions = referenceFile({
  name: 'divisions.csv',
  columns: z.object({
    code: coded(/^(\d{6}|[A-Z]{2}-[A-Z]{2,8})$/, '410105 or ZZ-ZDXQ'),
    name_zh: requiredText,
    name_en: requiredText,
    kind: oneOf(['PROVINCE', 'PREFECTURE', 'DISTRICT', 'COUNTY', 'COUNTY_CITY', 'ZONE']),
    parent_code: textOrNull,
  }),
  key: { column: 'code', of: (row) => row.code },
  check: (row) => {
    if (row.kind === 'PROVINCE' && row.parent_code !== null) return ['parent_code', 'a province has no parent']
    if (row.kind !== 'PROVINCE' && row.parent_code === null) return ['parent_code', 'is empty']
    return undefined
  },
  async save(tx, rows) {
    // Parents are set in a second pass, so that the order of the rows doesn't matter.
    for (const { code, name_zh: nameZh, name_en: nameEn, kind } of rows) {
      await tx.division.upsert({ where: { code }, create: { code, nameZh, nameEn, kind }, update: { nameZh, nameEn, kind } })
    }
    for (const { code, parent_code: parentCode } of rows) await tx.division.update({ where: { code }, data: { parentCode } })
  },
})
