import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ServiceFields } from './service-fields.tsx'

interface FormProps {
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}

/** The applicant answers the notice. */
export function DefendForm({ version, mutationId, result }: FormProps) {
  const t = useText('verification')
  const form = useFormState({ result, labels: { statement: t('finding.statement'), files: t('finding.files') } })
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <input type="hidden" name="version" value={version} />
      <TextAreaField {...form.field('statement')} rows={6} maxLength={8000} />
      <FileField {...form.field('files')} hint={t('finding.filesHint')} isMultiple isOptional />
      <SubmitButton name="intent" value="DEFEND">
        {t('finding.file')}
      </SubmitButton>
    </FormFrame>
  )
}

const outcomes = ['FOUND', 'NOT_FOUND'] as const

/** A manager decides. */
export function DecideForm({ version, mutationId, result }: FormProps) {
  const t = useText('verification')
  const form = useFormState({
    result,
    labels: {
      outcome: t('finding.outcome'),
      reasons: t('finding.reasons'),
      serviceMethod: t('service.method'),
      servedOn: t('service.servedOn'),
    },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <RadioField
        {...form.field('outcome')}
        choices={outcomes.map((value) => ({ value, label: t(`finding.${value}`), detail: t(`finding.${value}Text`) }))}
      />
      <TextAreaField {...form.field('reasons')} rows={6} maxLength={4000} />
      <ServiceFields form={form} />
      <SubmitButton name="intent" value="DECIDE" look="danger">
        {t('finding.submit')}
      </SubmitButton>
    </FormFrame>
  )
}

/** An officer tells the applicant of a doubt. */
export function ProposeForm({ version, mutationId, result }: FormProps) {
  const t = useText('verification')
  const form = useFormState({
    result,
    labels: {
      facts: t('propose.facts'),
      basis: t('propose.basis'),
      method: t('propose.method'),
      serviceMethod: t('service.method'),
      servedOn: t('service.servedOn'),
    },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <TextAreaField {...form.field('facts')} hint={t('propose.factsHint')} rows={5} maxLength={4000} />
      <TextAreaField {...form.field('basis')} rows={3} maxLength={2000} />
      <TextField {...form.field('method')} hint={t('task.methodHint')} maxLength={500} isOptional />
      <ServiceFields form={form} />
      <SubmitButton look="danger">{t('propose.submit')}</SubmitButton>
    </FormFrame>
  )
}

/** A task ends as true. */
export function TrueForm({ version, mutationId, result }: FormProps) {
  const t = useText('verification')
  const form = useFormState({ result, labels: { method: t('task.method'), findings: t('task.findings') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <TextField {...form.field('method')} hint={t('task.methodHint')} maxLength={500} />
      <TextAreaField {...form.field('findings')} rows={4} maxLength={4000} />
      <SubmitButton>{t('task.submit')}</SubmitButton>
    </FormFrame>
  )
}
