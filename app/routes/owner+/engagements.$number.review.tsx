import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReviewsOfEngagementDocument } from '#app/features/reviews/documents.server.ts'
import { giveReview } from '#app/features/reviews/give-review.server.ts'
import { MarksForm } from '#app/features/reviews/marks-form.tsx'
import { ReviewedFacts } from '#app/features/reviews/reviewed-facts.tsx'
import { newMutationId } from '#app/form.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { engagement } = await runOperation({ request, context }, ReviewsOfEngagementDocument, { number })
  if (engagement?.viewerRole !== 'OWNER') throw new Response(null, { status: 404 })
  const t = await serverText(request, 'reviews')
  const isOpen = engagement.state === 'DELIVERED' || engagement.state === 'COMPLETED'
  const canReview = isOpen && !engagement.reviews.some(({ rater }) => rater === 'OWNER')
  return { title: t('give.title'), engagement, canReview, clientMutationId: newMutationId() }
}

export const action = (args: ActionFunctionArgs) => giveReview(args, (number) => `/owner/engagements/${number}`)

/** 业主评价. */
export default function OwnerReview() {
  const { title, engagement, canReview, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('reviews')
  const { language } = usePage()
  const result = useActionData<typeof action>()
  const { number, version, state, reviewLastOn } = engagement
  return (
    <>
      <Breadcrumb parents={[{ to: `/owner/engagements/${number}`, label: number }]} current={title} />
      <PageHeading title={title} />
      <div className="columns">
        <Sheet title={t('of', { number })}>
          {canReview ? (
            <>
              <p className="small mute mb-3">
                {reviewLastOn ? t('give.lead', { lastOn: formatDay(reviewLastOn, language) }) : t('give.leadOpen')}
              </p>
              {state === 'DELIVERED' && (
                <NoticeBanner tone="warn" title={t('give.title')}>
                  <p>{t('give.accepts')}</p>
                </NoticeBanner>
              )}
              <MarksForm mutationId={clientMutationId} result={result} hidden={{ version }} submit={t('give.submit')} />
            </>
          ) : (
            <p>{t('give.notNow')}</p>
          )}
        </Sheet>
        <Sheet title={t('queue.number')}>
          <ReviewedFacts of={engagement} />
        </Sheet>
      </div>
    </>
  )
}
