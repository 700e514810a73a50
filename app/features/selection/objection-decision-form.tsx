import { objectionConsequences } from '#domain/selection/objection.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Day } from '#app/ui/day.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { SelectionData } from './documents.server.ts'

/** 答复异议 by the supervising body: upheld with what follows, or rejected, with reasons either way. */
export function ObjectionDecisionForm({
  of,
  mutationId,
  result,
}: {
  readonly of: SelectionData['objections'][number]
  readonly mutationId: string | undefined
  readonly result: FormResult | undefined
}) {
  const t = useText('selection')
  const form = useFormState({
    result,
    labels: { outcome: t('objections.isUpheld'), consequence: t('objections.consequence'), reasons: t('objections.reasons') },
  })
  return (
    <>
      {of.objectorName && (
        <p>
          {t('objections.by')} {of.objectorName}
        </p>
      )}
      <p className="prose whitespace-pre-line">{of.grounds}</p>
      <p className="small mute mb-3">
        {t('objections.dueOn')} <Day on={of.answerDueOn} />
      </p>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="objectionNumber" value={of.number} />
        <RadioField
          {...form.field('outcome')}
          choices={[
            { value: 'UPHELD', label: t('objections.upheld') },
            { value: 'REJECTED', label: t('objections.rejected') },
          ]}
        />
        <RadioField
          {...form.field('consequence')}
          hint={t('objections.consequenceHint')}
          isOptional
          choices={objectionConsequences.map((value) => ({ value, label: t(`objections.consequences.${value}`) }))}
        />
        <TextAreaField {...form.field('reasons')} hint={t('objections.reasonsHint')} rows={5} maxLength={10_000} />
        <SubmitButton>{t('objections.submit')}</SubmitButton>
      </FormFrame>
    </>
  )
}
