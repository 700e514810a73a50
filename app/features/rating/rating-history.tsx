import { Link } from '@remix-run/react'
import { Grade } from '#app/features/intermediaries/grade.tsx'
import { useText } from '#app/page-context.tsx'
import { LineChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { RatingView } from './documents.server.ts'

type Point = RatingView['history'][number]

/** 评价变化: the score as a line, every change as a row. A course that has only begun is told without a picture. */
export function RatingHistory({ of }: { readonly of: RatingView }) {
  const t = useText('rating')
  const scored = of.history.filter((point): point is Point & { readonly score: number } => point.score !== null)
  const told = (score: number | null) => (score === null ? t('history.unrated') : String(Math.round(score * 10) / 10))
  return (
    <>
      <p className="small mute">{t('history.lead')}</p>
      {scored.length > 1 && (
        <LineChart
          title={t('history.title')}
          valueTitle={t('history.score')}
          max={Math.max(100, ...scored.map(({ score }) => score))}
          points={scored.map(({ day, score, grade }) => ({ label: day, value: score, text: `${told(score)} ${grade}` }))}
        />
      )}
      <DataTable
        caption={t('history.title')}
        isCaptionHidden
        columns={[
          { key: 'day', title: t('history.day'), cell: ({ day }) => <Day on={day} /> },
          { key: 'grade', title: t('history.grade'), cell: ({ grade }) => <Grade letter={grade} /> },
          { key: 'score', title: t('history.score'), isNumber: true, cell: ({ score }) => told(score) },
          {
            key: 'version',
            title: t('history.version'),
            cell: ({ ruleSetVersion }) => <Link to={`/rating-rules/${ruleSetVersion}`}>{ruleSetVersion}</Link>,
          },
        ]}
        rows={of.history.toReversed()}
        rowKey={({ day }) => day}
        empty={t('history.none')}
      />
    </>
  )
}
