import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ReviewView } from './documents.server.ts'
import { ReviewList } from './review-card.tsx'

/** The reviews of an engagement on its parties' pages, and the owner's way to the own one. */
export function EngagementReviews({
  of,
}: {
  readonly of: {
    readonly number: string
    readonly state: string
    readonly viewerRole: 'OWNER' | 'INTERMEDIARY'
    readonly reviewLastOn: string | null
    readonly reviews: readonly ReviewView[]
  }
}) {
  const t = useText('reviews')
  const { language } = usePage()
  const { number, state, viewerRole, reviewLastOn, reviews } = of
  const isRated = state === 'DELIVERED' || state === 'COMPLETED'
  const isDue = isRated && viewerRole === 'OWNER' && !reviews.some(({ rater }) => rater === 'OWNER')
  if (!isRated && reviews.length === 0) return null
  return (
    <Sheet title={t('title')}>
      {isDue && (
        <p className="mb-3">
          <ButtonLink to={`/owner/engagements/${number}/review`}>{t('give.title')}</ButtonLink>{' '}
          {reviewLastOn && <span className="small mute">{t('give.window', { lastOn: formatDay(reviewLastOn, language) })}</span>}
        </p>
      )}
      <ReviewList reviews={reviews} empty={t('none')} isLinked />
    </Sheet>
  )
}
