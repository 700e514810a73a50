import type { ResultOf } from '#app/graphql.ts'
import { shortFen, feeRange } from '#app/features/intermediaries/format-fee.ts'
import { useText } from '#app/page-context.tsx'
import { BoxPlot } from '#app/ui/box-plot.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { sizeWords } from './fee-words.ts'
import type { FeeSpreadFields } from './fee-fragments.server.ts'
import type { FiveFees } from '#domain/catalogue/five-fees.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'

export type Spread = ResultOf<typeof FeeSpreadFields>

/** 收费分布: what others ask, as a picture with its table; one's own fee in it where there is one. */
export function FeeSpread({
  spread,
  unit,
  referenceSize,
  own,
}: {
  readonly spread: Spread
  readonly unit: FeeUnit | null
  readonly referenceSize: number
  readonly own?: { readonly feeFen: number; readonly position: { cheaper: number; equal: number; dearer: number } | null }
}) {
  const t = useText('fees')
  const { count, lowerQuartileFen, upperQuartileFen, minDays, maxDays } = spread
  const position = own?.position
  return (
    <>
      <p>{t('spread.lead', { count, lower: shortFen(lowerQuartileFen), upper: shortFen(upperQuartileFen), minDays, maxDays })}</p>
      {unit && <p className="small mute">{t('spread.at', { size: sizeWords(referenceSize, unit, t) })}</p>}
      <FeeBox five={spread} own={own} />
      {position && (
        <p>
          {position.cheaper + position.equal + position.dearer === 0 ? t('spread.positionAlone') : t('spread.position', { ...position })}
        </p>
      )}
    </>
  )
}

/** Least, quartiles and most as a picture with its table. */
export function FeeBox({
  five: { minFen, lowerQuartileFen, medianFen, upperQuartileFen, maxFen },
  own,
}: {
  readonly five: FiveFees
  readonly own?: { readonly feeFen: number }
}) {
  const t = useText('fees')
  const mark = (label: string, fen: number) => ({ label, value: fen, text: shortFen(fen) })
  return (
    <BoxPlot
      title={t('spread.chart')}
      valueTitle={t('spread.value')}
      five={[
        mark(t('spread.min'), minFen),
        mark(t('spread.lowerQuartile'), lowerQuartileFen),
        mark(t('spread.median'), medianFen),
        mark(t('spread.upperQuartile'), upperQuartileFen),
        mark(t('spread.max'), maxFen),
      ]}
      own={own && mark(t('spread.own'), own.feeFen)}
    />
  )
}

/** How many institutions ask how much, in the bands of the search. */
export function FeeBands({ spread }: { readonly spread: Spread }) {
  const t = useText('catalogue')
  return (
    <>
      <BarChart
        title={t('item.spreadChart')}
        valueTitle={t('item.spreadValue')}
        points={spread.bands.map(({ fromFen, toFen, count }) => ({
          label: bandLabel(fromFen, toFen, t),
          value: count,
          text: t('item.institutions', { count }),
        }))}
      />
      <p className="small mute">{t('item.spreadNote')}</p>
    </>
  )
}

function bandLabel(fromFen: number, toFen: number | null, t: ReturnType<typeof useText<'catalogue'>>): string {
  if (toFen === null) return t('item.bandFrom', { from: shortFen(fromFen) })
  return fromFen === 0 ? t('item.bandBelow', { to: shortFen(toFen) }) : feeRange(fromFen, toFen)
}
