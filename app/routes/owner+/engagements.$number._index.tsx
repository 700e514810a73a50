import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ReviewDocument } from '#app/features/engagements/documents.server.ts'
import { EngagementFacts, EngagementProgress } from '#app/features/engagements/engagement-facts.tsx'
import { loadEngagement } from '#app/features/engagements/load-engagement.server.ts'
import { GivenReview, ReviewForm } from '#app/features/engagements/review-form.tsx'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadEngagement(args, 'OWNER')

const mark = z.coerce.number().int().min(1).max(5)
const schema = z.object({
  version: z.coerce.number().int(),
  quality: mark,
  timeliness: mark,
  attitude: mark,
  fees: mark,
  conduct: mark,
  comment: z.string().max(2000).default(''),
})

export async function action({ request, context, params }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation({ request, context }, ReviewDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(request, 'engagements'))
  return redirect(`/owner/engagements/${number}`)
}

/** 委托 as its owner sees it. */
export default function OwnerEngagement() {
  const { title, engagement, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('engagements')
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner', label: t('mine.title') }]} current={engagement.number} />
      <PageHeading
        title={title}
        lead={<Badge tone="brand">{t(`state.${engagement.state}`)}</Badge>}
        actions={
          <ButtonLink to={`/owner/engagements/${engagement.number}/print`} look="ghost">
            {t('detail.print')}
          </ButtonLink>
        }
      />
      <div className="columns">
        <div>
          {engagement.state === 'DELIVERED' && (
            <Sheet title={t('review.title')}>
              <ReviewForm of={engagement} mutationId={clientMutationId} result={result} />
            </Sheet>
          )}
          {engagement.ownerReview && (
            <Sheet title={t('review.given')}>
              <GivenReview review={engagement.ownerReview} />
            </Sheet>
          )}
          <Sheet title={t('detail.snapshot')}>
            <EngagementFacts of={engagement} />
          </Sheet>
        </div>
        <Sheet title={t('detail.progress')}>
          <EngagementProgress of={engagement} />
        </Sheet>
      </div>
    </>
  )
}
