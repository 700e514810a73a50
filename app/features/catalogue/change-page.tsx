import { nameIn } from '#app/features/listings/name-in.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ReactNode } from 'react'
import type { ChangeData } from './change-documents.server.ts'
import { ChangeFacts } from './change-facts.tsx'
import { ImpactSheet } from './change-impact.tsx'
import type { ImpactView } from './change-impact.tsx'
import { ChangeSteps, ChangeWaiting } from './change-step-forms.tsx'
import { ChangeState } from './change-table.tsx'
import { ChangeTimeline } from './change-timeline.tsx'

/** One adjustment as the agency and the offices see it; each gets the forms of its own steps. */
export function ChangePage({
  base,
  title,
  change,
  mutationIds,
  today,
  result,
  children,
}: {
  readonly base: string
  readonly title: string
  readonly change: ChangeData
  readonly mutationIds: Readonly<Record<string, string>>
  readonly today: string
  readonly result: FormResult | undefined
  readonly children?: ReactNode
}) {
  const t = useText('catalogueChanges')
  const { language } = usePage()
  const isPublished = change.state === 'PUBLISHED' || change.state === 'FILED'
  return (
    <>
      <Breadcrumb parents={[{ to: base, label: t('title') }]} current={change.number} />
      <PageHeading
        title={title}
        lead={
          <>
            {t(`kind.${change.kind}`)} · {nameIn(language, change.content)} <ChangeState state={change.state} />
          </>
        }
      />
      <div className="columns">
        <div>
          <ChangeFacts of={change} />
          <ImpactSheet impact={change.impact as ImpactView} isKept={isPublished} />
          <ChangeSteps of={change} mutationIds={mutationIds} today={today} result={result} />
          {children}
        </div>
        <div>
          <ChangeWaiting of={change} />
          <Sheet title={t('change.timeline')}>
            <ChangeTimeline of={change} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
