import { z } from 'zod'
import { coded, evidence, oneOf, requiredText, text, wholeNumber } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/** 违规行为清单. `suggested_points` are all our own default (D). */
export const violations = referenceFile({
  name: 'violations.csv',
  columns: z.object({
    code: coded(/^V-[A-Z]{2,5}-\d{2}$/, 'V-FEE-01'),
    category: oneOf([
      'ILLEGAL_FEE',
      'FALSE_REPORT',
      'IMPROPER_GAIN',
      'MARKET_DISRUPTION',
      'CONTRACT_BREACH',
      'QUALIFICATION',
      'PLATFORM_CONDUCT',
    ]),
    name_zh: requiredText,
    name_en: requiredText,
    severity: oneOf(['MINOR', 'GENERAL', 'SERIOUS']),
    subject: oneOf(['ORGANISATION', 'PRACTITIONER', 'BOTH']),
    suggested_points: wholeNumber(100).refine((points) => points > 0, 'a violation costs at least one point'),
    basis: requiredText,
    consequence_note: text,
    source_url_or_path: requiredText,
    evidence,
  }),
  key: { column: 'code', of: (row) => row.code },
  async save(tx, rows) {
    for (const row of rows) {
      const data = {
        category: row.category,
        nameZh: row.name_zh,
        nameEn: row.name_en,
        severity: row.severity,
        appliesTo: row.subject,
        suggestedPoints: row.suggested_points,
        basis: row.basis,
        consequenceNote: row.consequence_note,
        source: row.source_url_or_path,
        evidence: row.evidence,
      }
      await tx.violationType.upsert({ where: { code: row.code }, create: { code: row.code, ...data }, update: data })
    }
  },
})
