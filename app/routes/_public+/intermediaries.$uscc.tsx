import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { Grade } from '#app/features/intermediaries/grade.tsx'
import { GradeReasons } from '#app/features/intermediaries/grade-reasons.tsx'
import { ListBadges } from '#app/features/intermediaries/list-badges.tsx'
import { loadIntermediary } from '#app/features/intermediaries/load-intermediary.server.ts'
import type { IntermediaryView } from '#app/features/intermediaries/load-intermediary.server.ts'
import { choiceAddress, OfferList } from '#app/features/intermediaries/offer-list.tsx'
import { Ties } from '#app/features/intermediaries/public-ties.tsx'
import { People, Qualifications, RecordTimeline, RegisterFacts } from '#app/features/intermediaries/register-facts.tsx'
import { BenefitList } from '#app/features/listings/benefit-list.tsx'
import { RatingDocument } from '#app/features/rating/documents.server.ts'
import { ItemRatings } from '#app/features/rating/item-ratings.tsx'
import { RatingHistory } from '#app/features/rating/rating-history.tsx'
import { ObjectionMark } from '#app/features/remedies/objection-mark.tsx'
import { ReviewsOfIntermediaryDocument } from '#app/features/reviews/documents.server.ts'
import { ReviewList } from '#app/features/reviews/review-card.tsx'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const uscc = args.params['uscc'] ?? ''
  const view = await loadIntermediary(args, uscc)
  const { searchParams, search } = new URL(args.request.url)
  const { reviews } = await runOperation(args, ReviewsOfIntermediaryDocument, { uscc, ...pageArguments(searchParams, 10) })
  const { rating } = await runOperation(args, RatingDocument, { uscc })
  const { previous, next } = pageLinks(search, reviews.pageInfo)
  const at = (link: string | undefined) => link && `${link}#reviews`
  return {
    ...view,
    rating: rating?.__typename === 'Rating' ? rating : null,
    title: view.name,
    reviews: reviews.edges.map(({ node }) => node),
    reviewCount: reviews.totalCount,
    reviewLinks: { previous: at(previous), next: at(next) },
  }
}

/** An institution: what it offers, what stands about it, and why. */
export default function IntermediaryPage() {
  const { reviews, reviewCount, reviewLinks, rating, ...loaded } = useLoaderData<typeof loader>()
  const view = loaded as IntermediaryView
  const reviewTexts = useText('reviews')
  const ratings = useText('rating')
  const lists = useText('lists')
  const t = useText('intermediaries')
  const common = useText('common')
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          { to: '/intermediaries', label: t('nav') },
        ]}
        current={view.name}
      />
      <Heading view={view} />
      <WhyNot view={view} />
      <div className="columns">
        <div>
          <Sheet title={t('page.offers.title')} id="offers">
            <OfferList view={view} />
          </Sheet>
          <Sheet title={t('page.grade.title', { grade: view.grade })} id="why">
            <GradeReasons view={view} />
          </Sheet>
          {rating && rating.items.length > 0 && (
            <Sheet title={ratings('items.title')} id="items">
              <ItemRatings of={rating} />
            </Sheet>
          )}
          {rating && (
            <Sheet title={ratings('history.title')} id="history">
              <RatingHistory of={rating} />
            </Sheet>
          )}
          <Sheet title={reviewTexts('title')} id="reviews">
            <p className="small mute">
              {reviewTexts('lead')} {reviewCount > 0 && reviewTexts('count', { count: reviewCount })}
            </p>
            <ReviewList reviews={reviews} empty={reviewTexts('none')} hasItem isLinked />
            <Pagination {...reviewLinks} />
          </Sheet>
          <Sheet title={t('page.facts.title')}>
            <ObjectionMark fields={view.fieldsUnderObjection} />
            <RegisterFacts view={view} />
          </Sheet>
        </div>
        <aside>
          {view.benefits.length > 0 && (
            <Sheet title={lists('benefits.title')}>
              <p className="small mute">{lists('benefits.firmLead')}</p>
              <BenefitList benefits={view.benefits} />
            </Sheet>
          )}
          <Sheet title={t('page.record.title')}>
            <RecordTimeline view={view} />
          </Sheet>
          <Sheet title={t('page.qualifications.title')}>
            <Qualifications view={view} />
          </Sheet>
          <Sheet title={t('page.people.title')}>
            <People view={view} />
          </Sheet>
          <Sheet title={t('page.ties.title')}>
            <Ties view={view} />
          </Sheet>
        </aside>
      </div>
    </>
  )
}

function Heading({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const choosable = view.offers.filter(({ refusal }) => refusal === null)
  const first = choosable.find(({ itemCode }) => itemCode === view.wantedItem) ?? (choosable.length === 1 ? choosable[0] : undefined)
  const hold = view.standing?.bars.find(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && isHold)
  const score = view.standing?.score
  return (
    <PageHeading
      title={view.name}
      lead={
        <>
          <Code code={view.uscc} label={t('page.uscc')} />
          <div className="badges">
            <ListBadges entries={view.listEntries} suspendedUntil={hold?.until ?? null} hasDays />
            {view.status === 'EXITING' && <Badge tone="warn">{t('badge.exiting')}</Badge>}
            {view.status === 'EXITED' && <Badge>{t('badge.exited')}</Badge>}
            {view.qualifications.length > 0 && view.qualifications.every(({ status }) => status === 'VALID' || status === 'EXPIRING') && (
              <Badge tone="ok">{t('page.qualificationsValid')}</Badge>
            )}
          </div>
        </>
      }
      actions={
        <>
          {choosable.length > 0 && (
            <Link className="btn btn-primary" to={first ? choiceAddress(view.uscc, first.itemCode) : '#offers'}>
              {first && choosable.length > 1 ? t('page.chooseFor', { item: first.itemName }) : t('page.choose')}
            </Link>
          )}
          <Link to={`/complaints/new?${new URLSearchParams({ uscc: view.uscc, name: view.name })}`}>{t('page.complain')}</Link>
        </>
      }
      aside={
        <>
          <Grade letter={view.grade} isLarge />
          {score != null && <div className="num">{t('page.score', { score: Math.round(score * 10) / 10 })}</div>}
          <a className="small" href="#why">
            {t('page.why')}
          </a>
        </>
      }
    />
  )
}

/** Where the button would be if nothing here may be chosen: each reason once, and where to go instead. */
function WhyNot({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const engagements = useText('engagements')
  const form = useText('form')
  if (view.offers.length === 0 || view.offers.some(({ refusal }) => refusal === null)) return null
  const reasons = [...new Set(view.offers.flatMap(({ refusal }) => (refusal ? [refusalText(refusal, engagements, form)] : [])))]
  const items = new URLSearchParams(view.offers.map(({ itemCode }) => ['item', itemCode]))
  return (
    <NoticeBanner tone="warn" title={t('page.whyNot')}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>
        {t('page.whyNotNext')} <Link to={`/intermediaries?${items}&choosable=1`}>{t('page.others')}</Link>
      </p>
    </NoticeBanner>
  )
}
