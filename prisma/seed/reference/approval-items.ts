import { z } from 'zod'
import { coded, evidence, oneOf, requiredText, text, wholeNumber } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/** 审批事项. Promised time in working days; 0 = the same day. */
export const approvalItems = referenceFile({
  name: 'approval-items.csv',
  columns: z.object({
    item_code: coded(/^AP-[A-Z]{2,3}-\d{3}$/, 'AP-TRA-001'),
    item_zh: requiredText,
    item_en: requiredText,
    agency_zh: requiredText,
    kind: oneOf(['IMMEDIATE', 'COMMITTED']),
    promised_working_days: wholeNumber(366),
    legal_basis: requiredText,
    days_note: text,
    source_url_or_path: requiredText,
    evidence,
  }),
  key: { column: 'item_code', of: (row) => row.item_code },
  check: (row) =>
    row.kind === 'COMMITTED' && row.promised_working_days === 0
      ? ['promised_working_days', 'a committed item takes at least one working day']
      : undefined,
  async save(tx, rows) {
    for (const row of rows) {
      const data = {
        nameZh: row.item_zh,
        nameEn: row.item_en,
        agencyZh: row.agency_zh,
        kind: row.kind,
        promisedWorkingDays: row.promised_working_days,
        legalBasis: row.legal_basis,
        daysNote: row.days_note,
        source: row.source_url_or_path,
        evidence: row.evidence,
      }
      await tx.approvalItem.upsert({ where: { code: row.item_code }, create: { code: row.item_code, ...data }, update: data })
    }
  },
})
