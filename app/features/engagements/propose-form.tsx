import { formatFen } from '#domain/kernel/money.ts'
import { UploadField } from '#app/features/files/upload-field.tsx'
import { useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ContractData } from './record-documents.server.ts'
import { StepForm } from './step-form.tsx'
import type { StepPage } from './step-form.tsx'

/** Proposes the contract on the terms of the choice, or a change of the version in force. */
export function ProposeForm({ page, inForce }: { readonly page: StepPage; readonly inForce: ContractData | null }) {
  const t = useText('contracts')
  const { record } = page
  const terms = inForce ?? { ...record, scope: '', liability: '' }
  return (
    <StepForm
      page={page}
      step="PROPOSE_CONTRACT"
      hasFiles
      labels={{
        fee: t('contract.fee'),
        raised: t('contract.raisedLabel'),
        days: t('contract.days'),
        scope: t('contract.scope'),
        liability: t('contract.liability'),
        reasons: t('contract.reasons'),
        file: t('contract.file'),
      }}
      defaults={{ fee: (terms.feeFen / 100).toFixed(2), days: terms.promisedWorkingDays, scope: terms.scope, liability: terms.liability }}
    >
      {(form) => (
        <>
          <TextField
            {...form.field('fee')}
            hint={t('contract.feeHint', { fee: formatFen(record.feeFen) })}
            width="number"
            inputMode="decimal"
          />
          {record.viewerRole === 'OWNER' && (
            <CheckboxField {...form.field('raised')} choices={[{ value: 'yes', label: t('contract.raised') }]} isOptional />
          )}
          <TextField {...form.field('days')} hint={t('contract.daysHint')} width="number" inputMode="numeric" />
          <TextAreaField {...form.field('scope')} rows={4} maxLength={4000} />
          <TextAreaField {...form.field('liability')} rows={3} maxLength={4000} />
          {inForce && <TextAreaField {...form.field('reasons')} hint={t('contract.reasonsHint')} rows={2} maxLength={2000} />}
          <UploadField {...form.field('file')} hint={t('deliverable.fileHint')} engagementNumber={record.number} isOptional />
          <SubmitButton>{t('contract.propose')}</SubmitButton>
        </>
      )}
    </StepForm>
  )
}
