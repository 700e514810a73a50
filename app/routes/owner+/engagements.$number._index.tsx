import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EngagementFacts } from '#app/features/engagements/engagement-facts.tsx'
import { loadEngagement } from '#app/features/engagements/load-engagement.server.ts'
import { loadRecord } from '#app/features/engagements/load-record.server.ts'
import { RecordSheets } from '#app/features/engagements/record-sheets.tsx'
import { RecordTimeline } from '#app/features/engagements/record-timeline.tsx'
import { takeStep } from '#app/features/engagements/take-step.server.ts'
import { EngagementReviews } from '#app/features/reviews/engagement-reviews.tsx'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = async (args: LoaderFunctionArgs) => ({
  ...(await loadEngagement(args, 'OWNER')),
  ...(await loadRecord(args, 'OWNER')),
})

export const action = (args: ActionFunctionArgs) => takeStep(args, '/owner')

/** 委托 as its owner sees it. */
export default function OwnerEngagement() {
  const { title, engagement, record, mutationIds } = useLoaderData<typeof loader>()
  const page = { record, mutationIds, answer: useActionData<typeof action>() }
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
          <RecordSheets page={page} area="/owner" />
          <EngagementReviews of={engagement} />
          <Sheet title={t('detail.snapshot')}>
            <EngagementFacts of={engagement} />
          </Sheet>
        </div>
        <Sheet title={t('detail.progress')}>
          <RecordTimeline of={record} />
        </Sheet>
      </div>
    </>
  )
}
