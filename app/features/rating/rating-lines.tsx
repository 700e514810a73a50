import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { RatingView } from './documents.server.ts'

type Line = RatingView['explanation'][number]
const round = (value: number): number => Math.round(value * 100) / 100

/** Every line behind the score, with its rule and the day it stops counting; one a fact, none told together. */
export function RatingLines({ of }: { readonly of: RatingView }) {
  const t = useText('listings')
  const rating = useText('rating')
  const points = ({ points: own, weight }: Line) => (own === null ? '' : weight === null ? round(own) : `${round(own)} × ${round(weight)}`)
  return (
    <Sheet title={t('credit.reasons')}>
      <p className="small mute">
        {t('credit.rules', { version: of.ruleSetVersion })}{' '}
        <Link to={`/rating-rules/${of.ruleSetVersion}`}>{rating('account.ruleLink')}</Link>
      </p>
      {of.explanation.some(({ code }) => code === 'UNREVIEWED') && <p>{rating('account.unreviewed')}</p>}
      <DataTable
        caption={t('credit.lines')}
        isCaptionHidden
        columns={[
          { key: 'fact', title: t('credit.fact'), cell: ({ code }) => t.optional(`credit.line.${code}`) ?? code },
          { key: 'points', title: t('credit.points'), isNumber: true, cell: points },
          { key: 'rule', title: t('credit.rule'), cell: ({ ruleClause }) => ruleClause },
          { key: 'until', title: t('credit.until'), cell: ({ countsUntil }) => countsUntil && <Day on={countsUntil} /> },
        ]}
        rows={of.explanation.map((line, index) => ({ ...line, key: String(index) }))}
        rowKey={({ key }) => key}
        empty={t('credit.none')}
      />
    </Sheet>
  )
}
