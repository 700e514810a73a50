import { formatFen } from '#domain/kernel/money.ts'
import { feeRange, shortFen } from '#app/features/intermediaries/format-fee.ts'
import { useText } from '#app/page-context.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import type { CatalogueItemView } from './load-catalogue.server.ts'

type Spread = NonNullable<CatalogueItemView['feeSpread']>

/** 收费分布: what others ask, as a picture with its table. */
export function FeeSpread({ spread }: { readonly spread: Spread }) {
  const t = useText('catalogue')
  const { count, minFen, medianFen, maxFen, minDays, maxDays, bands } = spread
  return (
    <>
      <p>
        {t('item.spreadLead', { count, min: formatFen(minFen), median: formatFen(medianFen), max: formatFen(maxFen), minDays, maxDays })}
      </p>
      <BarChart
        title={t('item.spreadChart')}
        valueTitle={t('item.spreadValue')}
        points={bands.map(({ fromFen, toFen, count: institutions }) => ({
          label: bandLabel(fromFen, toFen, t),
          value: institutions,
          text: t('item.institutions', { count: institutions }),
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
