import { Link } from '@remix-run/react'
import { usePage, useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { RatingView } from './documents.server.ts'

type Item = RatingView['items'][number]

/** 分事项的行业考评: each item that a competent authority rates by its own standard, with both parts of the score. */
export function ItemRatings({ of }: { readonly of: RatingView }) {
  const t = useText('rating')
  const { language } = usePage()
  const inLanguage = (zh: string, en: string) => (language === 'en' ? en : zh)
  const assessed = ({ assessment }: Item) =>
    assessment === null ? (
      t('items.noAssessment')
    ) : (
      <>
        {assessment.score} ({assessment.period})
        <ul className="small mute">
          {assessment.criteria.map(({ titleZh, titleEn, points, most, reason }) => (
            <li key={titleZh}>
              {t('items.points', { title: inLanguage(titleZh, titleEn), points, most })}
              {reason && `: ${reason}`}
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <>
      <p className="small mute">{t('items.lead')}</p>
      <DataTable
        caption={t('items.title')}
        isCaptionHidden
        columns={[
          { key: 'item', title: t('items.item'), cell: (one: Item) => inLanguage(one.itemNameZh, one.itemNameEn) },
          {
            key: 'body',
            title: t('items.body'),
            cell: (one: Item) => (
              <>
                {inLanguage(one.bodyZh, one.bodyEn)} <Link to={`/rating-rules/${one.version}`}>{one.version}</Link>
              </>
            ),
          },
          { key: 'assessment', title: t('items.assessment'), cell: assessed },
          {
            key: 'composed',
            title: t('items.composed'),
            isNumber: true,
            cell: ({ grade, score, cityWeight, industryWeight }: Item) => (
              <>
                {score ?? '–'} {grade}
                {industryWeight > 0 && (
                  <div className="small mute">{`${Math.round(cityWeight * 100)}% + ${Math.round(industryWeight * 100)}%`}</div>
                )}
              </>
            ),
          },
        ]}
        rows={of.items}
        rowKey={({ itemCode }) => itemCode}
        empty={t('rules.none')}
      />
    </>
  )
}
