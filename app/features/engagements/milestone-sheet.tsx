import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Day } from '#app/ui/day.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { EngagementRecordData } from './record-documents.server.ts'
import { isOpen, StepForm } from './step-form.tsx'
import type { StepPage } from './step-form.tsx'

type Milestone = EngagementRecordData['milestones'][number]

/** 节点: what was agreed on the way, and each side's next step in it. */
export function MilestoneSheet({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  const { milestones, deliverDueOn } = page.record
  const canPlan = isOpen(page, 'PLAN_MILESTONE')
  if (milestones.length === 0 && !canPlan) return null
  return (
    <Sheet title={t('milestone.title')}>
      <DataTable
        caption={t('milestone.title')}
        isCaptionHidden
        rows={milestones}
        rowKey={({ sequence }) => String(sequence)}
        empty={t('milestone.none')}
        columns={[
          { key: 'name', title: t('milestone.columns.name'), cell: ({ sequence, title }) => `${sequence}. ${title}` },
          { key: 'due', title: t('milestone.columns.due'), cell: ({ dueOn }) => <Day on={dueOn} /> },
          {
            key: 'state',
            title: t('milestone.columns.state'),
            cell: ({ doneAt, confirmedAt }) => t(`milestone.state.${confirmedAt ? 'confirmed' : doneAt ? 'done' : 'ahead'}`),
          },
          { key: 'step', title: t('milestone.columns.step'), cell: (one) => <MilestoneStep page={page} of={one} /> },
        ]}
      />
      {canPlan && (
        <Reasons summary={t('milestone.plan')} isOpen={page.answer?.intent === 'PLAN_MILESTONE'}>
          <StepForm page={page} step="PLAN_MILESTONE" labels={{ title: t('milestone.name'), dueOn: t('milestone.due') }}>
            {(form) => (
              <>
                <TextField {...form.field('title')} maxLength={200} />
                <DateField {...form.field('dueOn')} max={deliverDueOn} />
                <SubmitButton look="ghost">{t('milestone.plan')}</SubmitButton>
              </>
            )}
          </StepForm>
        </Reasons>
      )}
    </Sheet>
  )
}

/** Done, says the intermediary; confirmed, the owner. */
function MilestoneStep({ page, of: { sequence, doneAt, confirmedAt } }: { readonly page: StepPage; readonly of: Milestone }) {
  const t = useText('contracts')
  const step = doneAt ? 'CONFIRM_MILESTONE' : 'REPORT_MILESTONE'
  if (confirmedAt || !isOpen(page, step)) return null
  return (
    <StepForm page={page} step={step} labels={{}}>
      {() => (
        <SubmitButton look="ghost" isSmall name="sequence" value={String(sequence)}>
          {t(doneAt ? 'milestone.confirm' : 'milestone.done')}
        </SubmitButton>
      )}
    </StepForm>
  )
}
