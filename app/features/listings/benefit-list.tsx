import { usePage, useText } from '#app/page-context.tsx'

interface ShownBenefit {
  readonly benefit: 'TOLERANCE_OFFERED_FIRST' | 'FEWER_VERIFICATIONS'
  readonly instrument: string
  readonly clause: string
  readonly textZh: string
  readonly textEn: string
  readonly evidence: string
}

/** 守信便利: what good standing brings, each with the clause that says so. */
export function BenefitList({ benefits }: { readonly benefits: readonly ShownBenefit[] }) {
  const t = useText('lists')
  const listings = useText('listings')
  const { language } = usePage()
  return (
    <ul>
      {benefits.map((one) => (
        <li key={one.benefit} className="mb-2">
          <b>{t(`benefits.${one.benefit}`)}</b>
          <div className="small mute">
            {one.instrument} {one.clause}：{language === 'en' ? one.textEn : one.textZh}
            {one.evidence === 'D' && ` (${listings('entry.ownDefault')})`}
          </div>
        </li>
      ))}
    </ul>
  )
}
