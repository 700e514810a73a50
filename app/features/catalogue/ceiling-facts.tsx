import type { FeeDescription } from '#domain/catalogue/describe-fee.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { feeWords } from './fee-words.ts'
import type { FeeTexts } from './fee-words.ts'

/** How an item may be priced, for its list of facts. A government price without a standard on record says so: no ceiling is made up. */
export function ceilingFacts(
  {
    feeBasis,
    feeUnit,
    feeCeiling,
  }: { readonly feeBasis: string; readonly feeUnit: FeeUnit | null; readonly feeCeiling: FeeDescription | null },
  t: FeeTexts,
) {
  const unit = feeUnit ? [{ term: t('ceiling.unitTerm'), value: t('ceiling.unitValue', { size: t(`sizeLabel.${feeUnit}`) }) }] : []
  if (feeBasis === 'MARKET') return unit
  const ceiling = feeCeiling ? (
    <ul className="plain-list">
      {feeWords(feeCeiling, t).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  ) : (
    t('ceiling.unknown')
  )
  return [...unit, { term: t('ceiling.term'), value: ceiling }]
}
