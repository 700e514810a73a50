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
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = async (args: LoaderFunctionArgs) => ({
  ...(await loadEngagement(args, 'INTERMEDIARY')),
  ...(await loadRecord(args, 'INTERMEDIARY')),
})

export const action = (args: ActionFunctionArgs) => takeStep(args, '/intermediary')

/** 委托 as the intermediary sees it: what was agreed, and its own next steps. */
export default function IntermediaryEngagement() {
  const { title, engagement, record, mutationIds } = useLoaderData<typeof loader>()
  const page = { record, mutationIds, answer: useActionData<typeof action>() }
  const t = useText('engagements')
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: t('provider.title') }]} current={engagement.number} />
      <PageHeading title={title} lead={<Badge tone="brand">{t(`state.${engagement.state}`)}</Badge>} />
      <div className="columns">
        <div>
          <RecordSheets page={page} area="/intermediary" />
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
