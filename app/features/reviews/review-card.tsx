import { Link } from '@remix-run/react'
import { reviewDimensions } from '#domain/credit/credit-fact.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { ObjectionMark } from '#app/features/remedies/objection-mark.tsx'
import { formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Instant } from '#app/ui/day.tsx'
import type { ReviewView } from './documents.server.ts'

/** One review as everyone reads it: marks, weight, words or the note that they are hidden, and the reply. */
export function ReviewCard({ review, hasItem = false, isLinked = false }: Shown & { readonly review: ReviewView }) {
  const t = useText('reviews')
  const { language } = usePage()
  const { rater, weight, sharePercent, recordedAt, amendedAt, reviewId } = review
  const item = nameIn(language, { nameZh: review.serviceItemNameZh, nameEn: review.serviceItemNameEn })
  return (
    <article className="border-t border-line py-3">
      <p>
        <b>{t(`rater.${rater}`)}</b> <Badge tone="brand">{t('meanMark', { mark: meanOf(review) })}</Badge>{' '}
        <span className="small mute">
          <Instant at={recordedAt} /> · {t('weight', { weight, percent: sharePercent })}
        </span>
      </p>
      <ObjectionMark fields={review.fieldsUnderObjection} />
      {hasItem && <p className="small mute">{t('onItem', { item })}</p>}
      <p className="small num">{reviewDimensions.map((dimension) => `${t(`dimension.${dimension}`)} ${review[dimension]}`).join(' · ')}</p>
      <Words text={review.comment} isHidden={review.isCommentHidden} review={review} note={t('hiddenComment')} empty={t('noComment')} />
      {amendedAt && <p className="small mute">{t('amended', { at: formatInstant(amendedAt) })}</p>}
      {review.reply !== null && (
        <div className="notice mt-2">
          <p className="small">
            <b>{t('reply')}</b> {review.repliedAt && <Instant at={review.repliedAt} />}
          </p>
          <Words text={review.reply} isHidden={review.isReplyHidden} review={review} note={t('hiddenReply')} empty="" />
        </div>
      )}
      {isLinked && (
        <p className="small">
          <Link to={`/reviews/${reviewId}`}>
            {review.mayReply ? t('answer.link') : review.mayAmendUntil ? t('amend.title') : t('permalink')}
          </Link>
        </p>
      )}
    </article>
  )
}

interface Shown {
  /** For lists over several services. */
  readonly hasItem?: boolean
  /** With the way to the review's own page, where its parties and offices act. */
  readonly isLinked?: boolean
}

function Words({
  text,
  isHidden,
  review,
  note,
  empty,
}: {
  readonly text: string
  readonly isHidden: boolean
  readonly review: ReviewView
  readonly note: string
  readonly empty: string
}) {
  const t = useText('reviews')
  const { language } = usePage()
  if (!isHidden) return text === '' ? <p className="small mute">{empty}</p> : <p className="prose whitespace-pre-line">{text}</p>
  const { moderatedBy, moderatedAt, moderationGround } = review
  const office = moderatedBy ? nameIn(language, { nameZh: moderatedBy.nameZh, nameEn: moderatedBy.nameEn ?? moderatedBy.nameZh }) : ''
  return (
    <>
      <p>
        <Badge tone="warn">{note}</Badge>{' '}
        <span className="small">
          {moderatedAt &&
            moderationGround &&
            t('hiddenBy', { office, at: formatInstant(moderatedAt), ground: t(`ground.${moderationGround}`) })}
        </span>
      </p>
      {text !== '' && (
        <div className="small">
          <p className="mute">{t('hiddenShown')}</p>
          <p className="whitespace-pre-line">{text}</p>
        </div>
      )}
    </>
  )
}

/** To one decimal, as the five marks are read together. */
const meanOf = (review: ReviewView): string =>
  (reviewDimensions.reduce((sum, dimension) => sum + review[dimension], 0) / reviewDimensions.length).toFixed(1)

/** Reviews one below the other. */
export function ReviewList({ reviews, empty, ...shown }: Shown & { readonly reviews: readonly ReviewView[]; readonly empty: string }) {
  if (reviews.length === 0) return <p>{empty}</p>
  return (
    <>
      {reviews.map((review) => (
        <ReviewCard key={review.reviewId} review={review} {...shown} />
      ))}
    </>
  )
}
