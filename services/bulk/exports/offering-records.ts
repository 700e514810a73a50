import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'
import type { ReadRecords } from './export-page.ts'

const rowsAtOnce = 1000

interface OfferingRow {
  readonly uscc: string
  readonly name: string
  readonly serviceItemCode: string
  readonly serviceItemName: string
  readonly divisionCodes: string[]
  readonly feeSchedule: unknown
  readonly promisedWorkingDays: number
  readonly feeNote: string
  readonly isWithdrawn: boolean
}

/** What is offered, by institution and item. Withdrawn ones are for officials. */
export const offeringRecords: ReadRecords = async ({ prisma }, after, isWhole) => {
  const [uscc = '', itemCode = ''] = after?.split(' ') ?? []
  const rows = await prisma.$queryRaw<OfferingRow[]>`
    SELECT s."uscc", s."name", o."serviceItemCode", t."nameZh" AS "serviceItemName", o."divisionCodes", o."feeSchedule",
      o."promisedWorkingDays", o."feeNote", o."isWithdrawn"
    FROM "Subject" s JOIN "Intermediary" i ON i."subjectId" = s."id" JOIN "ServiceOffering" o ON o."intermediaryId" = i."id"
      JOIN "ServiceItem" t ON t."code" = o."serviceItemCode"
    WHERE s."uscc" >= ${uscc} AND (s."uscc", o."serviceItemCode") > (${uscc}, ${itemCode}) AND i."status" <> 'EXITED'
      AND (${isWhole} OR NOT o."isWithdrawn")
    ORDER BY s."uscc", o."serviceItemCode" LIMIT ${rowsAtOnce}`
  const last = rows.at(-1)
  return {
    records: rows.map((row) => ({ ...row, feeSchedule: feeScheduleSchema.parse(row.feeSchedule) })),
    next: rows.length < rowsAtOnce || !last ? null : `${last.uscc} ${last.serviceItemCode}`,
  }
}
