import { z } from 'zod'
import { coded, oneOf, requiredText } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/**
 * Approval items closed to tolerant handling 容缺办理 because they lie in a sensitive field. The fields are those of 安阳 art. 25; which
 * item lies in one is our own reading (D), shown as ours wherever it refuses.
 */
export const handlingExclusions = referenceFile({
  name: 'handling-exclusions.csv',
  columns: z.object({
    item_code: coded(/^AP-[A-Z]{2,3}-\d{3}$/, 'AP-TRA-001'),
    field: oneOf(['NATIONAL_SECURITY', 'PUBLIC_SAFETY', 'FINANCE', 'ENVIRONMENT', 'HEALTH', 'LIFE_AND_PROPERTY']),
    reason: requiredText,
    evidence: oneOf(['D']),
  }),
  key: { column: 'item_code', of: (row) => row.item_code },
  async save(tx, rows) {
    // The file is the whole list: what it no longer names is open again.
    await tx.approvalItem.updateMany({ data: { isExcludedFromHandling: false, exclusionField: null, exclusionReason: null } })
    for (const row of rows) {
      const data = { isExcludedFromHandling: true, exclusionField: row.field, exclusionReason: row.reason }
      await tx.approvalItem.update({ where: { code: row.item_code }, data })
    }
  },
})
