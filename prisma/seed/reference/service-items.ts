import { z } from 'zod'
import { adjustedItems } from '#services/catalogue/record-reference-edition.ts'
import { coded, evidence, oneOf, requiredText, text, textOrNull, yesNo } from './cell.ts'
import { isQualificationRequired } from './qualification-required.ts'
import { referenceFile } from './reference-file.ts'

/** 中介服务事项清单: what may be demanded, and what no longer may. */
export const serviceItems = referenceFile({
  name: 'service-items.csv',
  columns: z.object({
    code: coded(/^ZJ-[A-Z]{3}-\d{3}$/, 'ZJ-EIA-001'),
    name_zh: requiredText,
    name_en: requiredText,
    approval_item_zh: requiredText,
    approval_item_en: requiredText,
    approving_agency_zh: requiredText,
    legal_basis: requiredText,
    legal_basis_verified: yesNo,
    basis_note: text,
    qualification_zh: text,
    fee_basis: oneOf(['GOVERNMENT_SET', 'GOVERNMENT_GUIDED', 'MARKET']),
    fee_note: text,
    deliverable_zh: requiredText,
    self_prepare_allowed: oneOf(['yes', 'no', 'unknown']),
    status: oneOf(['RETAINED', 'CANCELLED']),
    cancelled_by: textOrNull,
    source_url_or_path: requiredText,
    evidence,
    zone_area_assessment: yesNo,
    background_fields: text,
  }),
  key: { column: 'code', of: (row) => row.code },
  check: (row) => {
    if (row.status === 'CANCELLED' && row.cancelled_by === null) return ['cancelled_by', 'a cancelled item names what cancelled it']
    if (row.status === 'RETAINED' && row.cancelled_by !== null) return ['cancelled_by', 'a retained item was not cancelled']
    return undefined
  },
  async save(tx, rows) {
    // What an adjustment has changed is no longer this file's to say; record-reference-edition.ts gives the rest its version.
    const adjusted = await adjustedItems(tx)
    for (const row of rows.filter(({ code }) => !adjusted.has(code))) {
      const data = {
        nameZh: row.name_zh,
        nameEn: row.name_en,
        approvalItemZh: row.approval_item_zh,
        approvalItemEn: row.approval_item_en,
        approvingAgencyZh: row.approving_agency_zh,
        legalBasis: row.legal_basis,
        isLegalBasisVerified: row.legal_basis_verified,
        basisNote: row.basis_note,
        qualificationZh: row.qualification_zh,
        isQualificationRequired: isQualificationRequired(row.qualification_zh),
        feeBasis: row.fee_basis,
        feeNote: row.fee_note,
        deliverableZh: row.deliverable_zh,
        selfPreparation: ({ yes: 'YES', no: 'NO', unknown: 'UNKNOWN' } as const)[row.self_prepare_allowed],
        status: row.status,
        cancelledBy: row.cancelled_by,
        source: row.source_url_or_path,
        evidence: row.evidence,
        isZoneAreaAssessed: row.zone_area_assessment,
        backgroundFields: row.background_fields.split(';').filter((field) => field !== ''),
      }
      await tx.serviceItem.upsert({ where: { code: row.code }, create: { code: row.code, ...data }, update: data })
    }
  },
})
