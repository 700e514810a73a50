import { ContractSheet } from './contract-sheet.tsx'
import { DeliverableSheet } from './deliverable-sheet.tsx'
import { DisputeSheet } from './dispute-sheet.tsx'
import { MilestoneSheet } from './milestone-sheet.tsx'
import type { StepPage } from './step-form.tsx'
import { TerminationSheet } from './termination-sheet.tsx'

/** Everything between the two parties: what waits for the viewer comes first, what ends it last. */
export function RecordSheets({ page, area }: { readonly page: StepPage; readonly area: '/owner' | '/intermediary' }) {
  const hasResult = page.record.next.steps.includes('ANSWER_DELIVERABLE')
  const contract = <ContractSheet page={page} printTo={`${area}/engagements/${page.record.number}/contract`} />
  return (
    <>
      {!hasResult && contract}
      <DeliverableSheet page={page} />
      {hasResult && contract}
      <MilestoneSheet page={page} />
      <DisputeSheet page={page} />
      <TerminationSheet page={page} />
    </>
  )
}
