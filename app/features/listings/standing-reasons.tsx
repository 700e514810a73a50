import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { MyStanding } from './documents.server.ts'

/** Why the grade is what it is, line by line, and what the subject is kept from now. */
export function StandingReasons({ of }: { readonly of: MyStanding }) {
  const t = useText('listings')
  return (
    <>
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
      <Sheet title={t('credit.reasons')}>
        <p className="small mute">
          {t('credit.rules', { version: of.ruleSetVersion })} <Instant at={of.computedAt} />
        </p>
        <DataTable
          caption={t('credit.lines')}
          isCaptionHidden
          columns={[
            { key: 'fact', title: t('credit.fact'), cell: ({ code }) => t.optional(`credit.line.${code}`) ?? code },
            {
              key: 'points',
              title: t('credit.points'),
              cell: ({ points, weight }) => (points === null ? '' : weight === null ? points : `${points} × ${weight.toFixed(3)}`),
              isNumber: true,
            },
            { key: 'rule', title: t('credit.rule'), cell: ({ ruleClause }) => ruleClause },
            { key: 'until', title: t('credit.until'), cell: ({ countsUntil }) => countsUntil && <Day on={countsUntil} /> },
          ]}
          rows={of.explanation.map((line, index) => ({ ...line, key: String(index) }))}
          rowKey={({ key }) => key}
          empty={t('credit.none')}
        />
      </Sheet>
    </>
  )
}
