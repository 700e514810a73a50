import type { RowFault } from '#domain/bulk/import-run.ts'
import { barredOffers } from '../../intermediaries/check-avoidance.ts'
import { loadAgencyTies } from '../../intermediaries/load-agency-ties.ts'
import type { ImportAtWork } from '../import-procedure.ts'
import { stageFaults } from '../staging.ts'

interface FirmOffers {
  readonly uscc: string
  readonly offers: readonly { readonly row: number; readonly serviceItemCode: string; readonly divisionCodes: readonly string[] }[]
}

/** Firms whose ties are followed in one statement. */
const firmsAtOnce = 500

/** Avoidance 回避 (优化营商环境条例 art. 43): only firms that hold a tie, or are named in somebody's, need to be followed. */
export async function checkOfferingAvoidance({ unit, today }: ImportAtWork): Promise<void> {
  const { tx } = unit
  const firms = await tx.$queryRaw<FirmOffers[]>`
    SELECT r."uscc", jsonb_agg(jsonb_build_object('row', r."row", 'serviceItemCode', r."serviceItemCode", 'divisionCodes', r."divisionCodes")
      ORDER BY r."row") AS "offers"
    FROM import_row r JOIN import_change c ON c."row" = r."row"
    WHERE NOT r."isWithdrawn" AND r."uscc" IN (
      SELECT s."uscc" FROM "Affiliation" a JOIN "Intermediary" i ON i."id" = a."intermediaryId" JOIN "Subject" s ON s."id" = i."subjectId"
      UNION SELECT a."partyUscc" FROM "Affiliation" a WHERE a."partyUscc" IS NOT NULL)
    GROUP BY r."uscc" ORDER BY r."uscc"`
  for (let from = 0; from < firms.length; from += firmsAtOnce) {
    const some = firms.slice(from, from + firmsAtOnce)
    const ties = await loadAgencyTies(
      tx,
      some.map(({ uscc }) => uscc),
      today,
    )
    for (const { uscc, offers } of some) {
      const barred = await barredOffers(tx, ties.get(uscc) ?? [], offers, today)
      const rowOf = new Map(offers.map(({ row, serviceItemCode }) => [serviceItemCode, row]))
      const faults = barred.map(({ code, ...facts }): RowFault => ({
        row: rowOf.get(facts.itemCode) ?? 0,
        column: 'serviceItemCode',
        value: facts.itemCode,
        code,
        facts: { ...facts },
      }))
      await stageFaults(tx, faults)
    }
  }
}
