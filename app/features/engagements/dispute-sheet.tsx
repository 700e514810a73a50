import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { DisputeData } from './record-documents.server.ts'
import { isOpen, StepForm } from './step-form.tsx'
import type { StepPage } from './step-form.tsx'

/** 争议: what was raised and what came of it, and the viewer's next step. */
export function DisputeSheet({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  return (
    <Sheet title={t('dispute.title')} id="disputes">
      {page.record.disputes.map((one) => (
        <DisputeFacts key={one.number} of={one} />
      ))}
      {isOpen(page, 'STATE_ON_DISPUTE') && (
        <StepForm page={page} step="STATE_ON_DISPUTE" labels={{ statement: t('dispute.stateTitle') }}>
          {(form) => (
            <>
              <TextAreaField {...form.field('statement')} rows={4} maxLength={4000} />
              <SubmitButton>{t('dispute.stateSubmit')}</SubmitButton>
            </>
          )}
        </StepForm>
      )}
      {isOpen(page, 'END_DISPUTE') && (
        <StepForm page={page} step="END_DISPUTE" labels={{ outcome: t('dispute.outcome'), note: t('dispute.note') }}>
          {(form) => (
            <>
              <RadioField
                {...form.field('outcome')}
                choices={(['SETTLED', 'WITHDRAWN'] as const).map((value) => ({ value, label: t(`dispute.outcomes.${value}`) }))}
              />
              <TextAreaField {...form.field('note')} rows={2} maxLength={4000} />
              <SubmitButton look="ghost">{t('dispute.end')}</SubmitButton>
            </>
          )}
        </StepForm>
      )}
      {isOpen(page, 'RAISE_DISPUTE') && (
        <Reasons summary={t('dispute.raise')} isOpen={page.answer?.intent === 'RAISE_DISPUTE'}>
          <StepForm page={page} step="RAISE_DISPUTE" labels={{ matter: t('dispute.matter') }}>
            {(form) => (
              <>
                <p className="small mute">{t('dispute.lead')}</p>
                <TextAreaField {...form.field('matter')} hint={t('dispute.matterHint')} rows={4} maxLength={4000} />
                <SubmitButton look="ghost">{t('dispute.raise')}</SubmitButton>
              </>
            )}
          </StepForm>
        </Reasons>
      )}
    </Sheet>
  )
}

/** One dispute, both sides' words and the outcome. */
export function DisputeFacts({ of }: { readonly of: DisputeData }) {
  const t = useText('contracts')
  return (
    <div className="mb-4">
      <p className="mb-2">
        <b>{of.number}</b> <Badge tone={of.state === 'OPEN' ? 'warn' : 'neutral'}>{t(`dispute.state.${of.state}`)}</Badge>
      </p>
      <DescriptionList
        items={[
          {
            term: t('dispute.raisedBy', { side: t(`side.${of.raisedBySide}`) }),
            value: (
              <>
                <Instant at={of.raisedAt} />
                <p className="whitespace-pre-line">{of.matter}</p>
              </>
            ),
          },
          {
            term: t('dispute.statement'),
            value: of.statement ? <p className="whitespace-pre-line">{of.statement}</p> : t('dispute.noStatement'),
          },
          ...(of.outcome
            ? [
                {
                  term: t(of.state === 'ANSWERED' ? 'dispute.answer' : 'dispute.result'),
                  value: <p className="whitespace-pre-line">{of.outcome}</p>,
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}
