import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actOnReview } from '#app/features/reviews/act-on-review.server.ts'
import { ReviewPageDocument } from '#app/features/reviews/documents.server.ts'
import { ReviewCard } from '#app/features/reviews/review-card.tsx'
import { AmendForm, LiftForm, ModerateForm, ReplyForm } from '#app/features/reviews/review-forms.tsx'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { review } = await runOperation({ request, context }, ReviewPageDocument, { reviewId: params['key'] ?? '' })
  if (!review) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'reviews')
  const mutationIds = { amend: newMutationId(), reply: newMutationId(), moderate: newMutationId(), lift: newMutationId() }
  return { title: t('publicTitle', { name: review.intermediary.name }), review, mutationIds }
}

export const action = (args: ActionFunctionArgs) => actOnReview(args)

/** One review: for everyone to read; its author amends, the institution replies, the office hides or shows words, each where lawful. */
export default function Review() {
  const { title, review, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('reviews')
  const { name, uscc } = review.intermediary
  const formOf = (intent: keyof typeof mutationIds) => ({
    review,
    mutationId: mutationIds[intent],
    result: answer?.values['intent']?.[0] === intent ? answer : undefined,
  })
  return (
    <>
      <Breadcrumb parents={[{ to: `/intermediaries/${uscc}`, label: name }]} current={t('title')} />
      <PageHeading title={title} lead={t('lead')} />
      <Sheet title={t('title')}>
        <ReviewCard review={review} hasItem />
      </Sheet>
      {review.mayAmendUntil && <AmendForm {...formOf('amend')} />}
      {review.mayReply && <ReplyForm {...formOf('reply')} />}
      {review.mayModerate && <ModerateForm {...formOf('moderate')} />}
      {review.mayModerate && <LiftForm {...formOf('lift')} />}
    </>
  )
}
