import type { ReactNode } from 'react'
import { ProcedureFileList } from '#app/features/files/procedure-file-list.tsx'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import type { ShownStep } from '#app/features/procedures/procedure-timeline.tsx'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

interface Remedy {
  readonly number: string
  readonly answerDueOn: string
  readonly decidedAt: string | null
  readonly course: readonly ShownStep[]
  readonly files: readonly { readonly key: string; readonly fileName: string; readonly sizeBytes: number; readonly sha256: string | null }[]
}

/** The frame of every remedy's page: its state, what was said, what is to do, and its course. */
export function RemedyPage({
  title,
  parent,
  state,
  isOpen,
  of,
  saidTitle,
  said,
  children,
}: {
  readonly title: string
  readonly parent: { readonly to: string; readonly label: string }
  readonly state: string
  readonly isOpen: boolean
  readonly of: Remedy
  readonly saidTitle: string
  readonly said: ReactNode
  readonly children: ReactNode
}) {
  const t = useText('remedies')
  const ahead = isOpen ? [{ key: 'due', on: of.answerDueOn, title: t('answerDue'), isCurrent: true }] : []
  return (
    <>
      <Breadcrumb parents={[parent]} current={of.number} />
      <PageHeading title={title} lead={<Badge tone={isOpen ? 'brand' : 'neutral'}>{state}</Badge>} />
      <div className="columns">
        <div>
          <Sheet title={saidTitle}>
            {said}
            <ProcedureFileList files={of.files} />
          </Sheet>
          {children}
        </div>
        <div>
          <Sheet title={t('course')}>
            <ProcedureTimeline steps={of.course} ahead={ahead} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
