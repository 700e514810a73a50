import { Link } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/page-context.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { IntermediaryView, ScoreLineView } from './load-intermediary.server.ts'

const lineCodes = [
  'REVIEW_RATING',
  'PLATFORM_MEAN',
  'CONDUCT_BASE',
  'VIOLATION',
  'COMPLAINT',
  'LATE_DELIVERY',
  'COMMITMENT_MISSED',
  'COMMITMENT_UNTRUE',
  'HONOUR',
  'HONOURS_CAPPED',
  'CONDUCT_BOUNDED',
  'REVIEW_PART',
  'CONDUCT_PART',
  'NOT_RATED_NEW',
  'BLACKLISTED',
  'UNREVIEWED',
] as const

/** One row of the reasons: single reviews are told together, or forty rows would say one thing. */
export interface Reason {
  readonly key: string
  readonly text: string
  readonly rule: string
  readonly points: number | null
  readonly weight: number | null
  readonly until: string | null
}

const round = (value: number): number => Math.round(value * 10) / 10

/** 等级是怎么来的: the parts of the score, and every fact with its rule and the day it stops counting. */
export function GradeReasons({ view: { standing, grade } }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const rating = useText('rating')
  if (!standing) return <p>{t('page.grade.noRecord')}</p>
  const parts = standing.explanation.filter(({ kind }) => kind === 'SCORE')
  const reasons = reasonsOf(standing.explanation, t)
  return (
    <>
      <p className="small mute">
        {t('page.grade.basis', { version: standing.ruleSetVersion, at: formatInstant(standing.computedAt) })}{' '}
        <Link to={`/rating-rules/${standing.ruleSetVersion}`}>{rating('rules.read')}</Link>
      </p>
      {standing.explanation.some(({ code }) => code === 'UNREVIEWED') && <p>{rating('account.unreviewed')}</p>}
      {grade === 'N' && <p>{t('page.grade.unrated')}</p>}
      {parts.length > 0 && (
        <BarChart
          title={t('page.grade.parts')}
          valueTitle={t('page.grade.points')}
          max={100}
          points={parts.map(({ code, points, weight }) => ({
            label: t(code === 'REVIEW_PART' ? 'page.grade.review' : 'page.grade.conduct', { percent: Math.round((weight ?? 1) * 100) }),
            value: points ?? 0,
            text: String(round(points ?? 0)),
          }))}
        />
      )}
      <DataTable
        caption={t('page.grade.factsTitle')}
        isCaptionHidden
        columns={[
          { key: 'fact', title: t('page.grade.fact'), cell: ({ text }: Reason) => text },
          { key: 'rule', title: t('page.grade.rule'), cell: ({ rule }: Reason) => rule },
          {
            key: 'points',
            title: t('page.grade.points'),
            isNumber: true,
            cell: ({ points }: Reason) => (points === null ? '' : signed(points)),
          },
          { key: 'until', title: t('page.grade.until'), isNumber: true, cell: ({ until }: Reason) => until ?? t('page.grade.open') },
        ]}
        rows={reasons}
        rowKey={({ key }) => key}
        empty={t('page.grade.none')}
      />
    </>
  )
}

/** With a proper minus. */
export const signed = (points: number): string => (points < 0 ? `−${round(-points)}` : String(round(points)))

/** The facts behind a score, single reviews as one. */
export function reasonsOf(lines: readonly ScoreLineView[], t: ReturnType<typeof useText<'intermediaries'>>): Reason[] {
  const reviews = lines.filter(({ code }) => code === 'REVIEW_RATING')
  const others = lines.filter(({ code, kind }) => code !== 'REVIEW_RATING' && kind !== 'SCORE')
  const reasons = others.map((line, index) => {
    const code = lineCodes.find((one) => one === line.code)
    return {
      key: String(index),
      text: code ? t(`page.lines.${code}`) : line.code,
      rule: line.ruleClause,
      points: line.points,
      weight: line.weight,
      until: line.countsUntil,
    }
  })
  if (reviews.length === 0) return reasons
  const weights = reviews.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  const mean = reviews.reduce((sum, { points, weight }) => sum + (points ?? 0) * (weight ?? 0), 0) / (weights || 1)
  const last = reviews
    .map(({ countsUntil }) => countsUntil ?? '')
    .sort()
    .at(-1)
  const together = {
    key: 'reviews',
    text: t('page.lines.reviews', { count: reviews.length }),
    rule: reviews[0]?.ruleClause ?? '',
    points: mean,
    weight: weights,
    until: last || null,
  }
  return [together, ...reasons]
}
