import type { FormResult } from '#app/form-state.ts'
import { CaseRemedies } from '#app/features/remedies/case-remedies.tsx'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseHearing } from './case-hearing.tsx'
import { CaseSteps, CaseWaiting } from './case-steps.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import type { CaseData } from './documents.server.ts'
import type { OfferedViolation } from './step-frame.tsx'

/** A case as the party concerned sees it: what it is accused of, its rights with their deadline, and what became of it. */
export function PartyCase({
  title,
  violationCase,
  mutationIds,
  violations,
  result,
  parent,
}: {
  readonly title: string
  readonly violationCase: CaseData
  readonly mutationIds: Readonly<Record<string, string>>
  readonly violations: readonly OfferedViolation[]
  readonly result: FormResult | undefined
  readonly parent: { readonly to: string; readonly label: string }
}) {
  const t = useText('listings')
  return (
    <>
      <Breadcrumb parents={[parent]} current={violationCase.number} />
      <PageHeading title={title} lead={<Badge tone="brand">{t(`state.${violationCase.state}`)}</Badge>} />
      <div className="columns">
        <div>
          <CaseFacts of={violationCase} />
          <CaseHearing of={violationCase} />
          {violationCase.isViolationFound === true && (
            <CaseRemedies number={violationCase.number} appeals={violationCase.appeals} base={parent.to} />
          )}
          <CaseSteps of={violationCase} mutationIds={mutationIds} violations={violations} result={result} />
        </div>
        <div>
          <CaseWaiting of={violationCase} />
          <Sheet title={t('case.timeline')}>
            <CaseTimeline of={violationCase} />
          </Sheet>
        </div>
      </div>
    </>
  )
}
