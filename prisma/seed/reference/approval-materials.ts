import { z } from 'zod'
import { coded, evidence, requiredText, text, textOrNull, wholeNumber, yesNo } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/** 申报材料 of the approval items, essential or deferrable. */
export const approvalMaterials = referenceFile({
  name: 'approval-materials.csv',
  columns: z.object({
    item_code: coded(/^AP-[A-Z]{2,3}-\d{3}$/, 'AP-TRA-001'),
    seq: wholeNumber(99).refine((seq) => seq > 0, 'counts from 1'),
    material_zh: requiredText,
    material_en: requiredText,
    essential: yesNo,
    via_service_item_code: textOrNull,
    identity_matter: yesNo,
    note: text,
    evidence,
    material_evidence: evidence,
  }),
  key: { column: 'seq', of: (row) => `${row.item_code} ${row.seq}` },
  async save(tx, rows) {
    for (const row of rows) {
      const key = { approvalItemCode: row.item_code, seq: row.seq }
      const data = {
        nameZh: row.material_zh,
        nameEn: row.material_en,
        isEssential: row.essential,
        isIdentityMatter: row.identity_matter,
        serviceItemCode: row.via_service_item_code,
        note: row.note,
        evidence: row.evidence,
        materialEvidence: row.material_evidence,
      }
      await tx.material.upsert({ where: { approvalItemCode_seq: key }, create: { ...key, ...data }, update: data })
    }
  },
})
