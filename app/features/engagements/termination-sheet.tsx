import { usePage, useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { isOpen, StepForm } from './step-form.tsx'
import type { StepPage } from './step-form.tsx'

/** 终止: how it ended, the proposal that waits, and the causes that apply now. */
export function TerminationSheet({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  const { terminatedAt, terminationCause, terminationReasons, terminationBasis, next } = page.record
  const canEnd = isOpen(page, 'TERMINATE')
  if (!terminatedAt && !next.terminationProposedBy && !canEnd) return null
  return (
    <Sheet title={t('termination.title')}>
      {terminatedAt && terminationCause && (
        <DescriptionList
          items={[
            { term: t('termination.ended'), value: t(`termination.cause.${terminationCause}`) },
            { term: t('termination.reasons'), value: terminationReasons ?? '' },
            { term: t('termination.basis'), value: terminationBasis ?? '' },
            { term: t('contract.answered'), value: <Instant at={terminatedAt} /> },
          ]}
        />
      )}
      {next.terminationProposedBy && (
        <p>{t('termination.proposed', { side: t(`side.${next.terminationProposedBy}`), reasons: terminationReasons ?? '' })}</p>
      )}
      {isOpen(page, 'ANSWER_TERMINATION') && (
        <StepForm page={page} step="ANSWER_TERMINATION" labels={{}}>
          {() => (
            <p className="actions">
              <SubmitButton name="isAgreed" value="yes" look="danger">
                {t('termination.agree')}
              </SubmitButton>
              <SubmitButton name="isAgreed" value="no" look="ghost">
                {t('termination.refuse')}
              </SubmitButton>
            </p>
          )}
        </StepForm>
      )}
      {isOpen(page, 'WITHDRAW_TERMINATION') && (
        <StepForm page={page} step="WITHDRAW_TERMINATION" labels={{}}>
          {() => <SubmitButton look="ghost">{t('termination.withdraw')}</SubmitButton>}
        </StepForm>
      )}
      {canEnd && (
        <Reasons summary={t('termination.title')} isOpen={page.answer?.intent === 'TERMINATE'}>
          <TerminateForm page={page} />
        </Reasons>
      )}
    </Sheet>
  )
}

function TerminateForm({ page }: { readonly page: StepPage }) {
  const t = useText('contracts')
  const { language } = usePage()
  return (
    <StepForm page={page} step="TERMINATE" labels={{ cause: t('termination.field'), reasons: t('termination.reasons') }}>
      {(form) => (
        <>
          <p className="small mute">{t('termination.lead')}</p>
          <RadioField
            {...form.field('cause')}
            choices={page.record.next.terminations.map(({ cause, basis, textZh, textEn, needsConsent }) => ({
              value: cause,
              label: t(`termination.cause.${cause}`),
              detail: [needsConsent ? t('termination.needsConsent') : '', language === 'en' ? textEn : textZh, basis]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          <TextAreaField {...form.field('reasons')} rows={3} maxLength={2000} />
          <SubmitButton look="danger">{t('termination.submit')}</SubmitButton>
        </>
      )}
    </StepForm>
  )
}
