import { z } from 'zod'
import { feeUnits as units } from '#domain/catalogue/fee-schedule.ts'
import { adjustedItems } from '#services/catalogue/record-reference-edition.ts'
import { coded, oneOf } from './cell.ts'
import { referenceFile } from './reference-file.ts'

/**
 * What the fees of a service item may be counted in, and the size at which they are compared. No law sets either: both are our own
 * defaults (D) and say so where they are shown. An item that isn't here has fixed fees only, until an adjustment gives it a unit.
 */
export const feeUnits = referenceFile({
  name: 'fee-units.csv',
  columns: z.object({
    service_item_code: coded(/^ZJ-[A-Z]{3}-\d{3}$/, 'ZJ-EIA-001'),
    fee_unit: oneOf(units),
    reference_size: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1 to 999999999')
      .transform(Number),
    evidence: oneOf(['D']),
  }),
  key: { column: 'service_item_code', of: (row) => row.service_item_code },
  async save(tx, rows) {
    // The file is the whole list; what an adjustment has changed is no longer its to say.
    const adjusted = [...(await adjustedItems(tx))]
    await tx.serviceItem.updateMany({ where: { code: { notIn: adjusted } }, data: { feeUnit: null, referenceSize: 1 } })
    for (const { service_item_code: code, fee_unit: feeUnit, reference_size: referenceSize } of rows) {
      if (!adjusted.includes(code)) await tx.serviceItem.update({ where: { code }, data: { feeUnit, referenceSize } })
    }
  },
})
