import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

interface FormProps {
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}

/** The officer's decision on the form check. */
export function CheckForm({ version, mutationId, result, isOverrideAsked }: FormProps & { readonly isOverrideAsked: boolean }) {
  const t = useText('entry')
  const form = useFormState({
    result,
    labels: { outcome: t('office.outcome'), isUsccOverrideAccepted: t('office.override'), reasons: t('office.reasons') },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <RadioField
        {...form.field('outcome')}
        choices={(['PASS', 'RETURN', 'REFUSE'] as const).map((value) => ({
          value,
          label: t(`office.outcomes.${value}`),
          detail: t(`office.outcomeText.${value}`),
        }))}
      />
      {isOverrideAsked && (
        <CheckboxField {...form.field('isUsccOverrideAccepted')} choices={[{ value: 'yes', label: t('office.overrideYes') }]} isOptional />
      )}
      <TextAreaField {...form.field('reasons')} hint={t('office.reasonsHint')} rows={4} maxLength={4000} isOptional />
      <SubmitButton name="intent" value="check">
        {t('office.send')}
      </SubmitButton>
    </FormFrame>
  )
}

/** The answer to one objection. */
export function ObjectionForm({ version, mutationId, result, number }: FormProps & { readonly number: string }) {
  const t = useText('entry')
  const form = useFormState({
    result,
    labels: { objectionOutcome: t('office.objectionOutcome'), consequence: t('office.consequence'), answer: t('office.answer') },
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="objectionNumber" value={number} />
      <RadioField
        {...form.field('objectionOutcome')}
        choices={(['DISMISSED', 'UPHELD'] as const).map((value) => ({ value, label: t(`office.objectionOutcomes.${value}`) }))}
      />
      <RadioField
        {...form.field('consequence')}
        choices={(['RETURN', 'REFUSE'] as const).map((value) => ({ value, label: t(`office.consequences.${value}`) }))}
        isOptional
      />
      <TextAreaField {...form.field('answer')} rows={4} maxLength={4000} />
      <SubmitButton name="intent" value="answer">
        {t('office.sendAnswer')}
      </SubmitButton>
    </FormFrame>
  )
}
