import { describeFee } from '#domain/catalogue/describe-fee.ts'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import { formatFen } from '#domain/kernel/money.ts'
import { useText } from '#app/page-context.tsx'

/** A fee schedule in one line: '按量（单价） ¥12.00 平方米, ≥ ¥500.00'. */
export function PublishedFee({ schedule }: { readonly schedule: unknown }) {
  const t = useText('entry')
  if (!schedule) return null
  const { kind, unit, feeFen, lines, minFen, maxFen } = describeFee(schedule as FeeSchedule)
  const rates = lines.map(({ upTo, feeFenPerUnit, ratePpm }) => {
    const rate = feeFenPerUnit === null ? `${(ratePpm ?? 0) / 10_000}%` : formatFen(feeFenPerUnit)
    return upTo === null ? rate : `≤ ${upTo}: ${rate}`
  })
  const parts = [
    t(`fee.kinds.${kind}`),
    feeFen !== null && formatFen(feeFen),
    ...rates,
    unit !== null && t(`fee.units.${unit}`),
    minFen !== null && `≥ ${formatFen(minFen)}`,
    maxFen !== null && `≤ ${formatFen(maxFen)}`,
  ]
  return <>{parts.filter(Boolean).join(' ')}</>
}
