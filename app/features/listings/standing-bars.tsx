import { useText } from '#app/page-context.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { MyStanding } from './documents.server.ts'

/** What the subject is kept from now, with the clause. */
export function StandingBars({ of }: { readonly of: MyStanding }) {
  const t = useText('listings')
  return (
    <Sheet title={t('credit.bars')}>
      {of.bars.length === 0 && <p>{t('credit.noBars')}</p>}
      <ul>
        {of.bars.map(({ kind, from, until, clause, isHold }) => (
          <li key={`${kind} ${from} ${clause}`} className="mb-2">
            <b>{t.optional(`bars.${kind}`) ?? kind}</b> {until ? t('credit.barUntil', { until }) : t('credit.barOpen')}
            {isHold && ` (${t('credit.hold')})`}
            <div className="small mute">{clause}</div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
