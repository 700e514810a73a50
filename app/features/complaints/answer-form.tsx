import type { ResultOf } from '#app/graphql.ts'
import { resultOfIntent } from '#app/features/access/result-of-intent.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { ComplaintChoicesDocument } from './documents.server.ts'
import type { StepProps } from './handler-steps.tsx'

type Violation = ResultOf<typeof ComplaintChoicesDocument>['violationTypes'][number]

/** The answer: to whoever complained, and, where it is true, the finding that the party concerned reads. */
export function AnswerForm({
  complaint,
  mutationId,
  result,
  violationTypes,
}: StepProps & { readonly violationTypes: readonly Violation[] }) {
  const t = useText('complaints')
  const { language } = usePage()
  const labels = {
    result: t('step.result'),
    answer: t('step.answerText'),
    finding: t('step.finding'),
    occurredOn: t('step.occurredOn'),
    violationCode: t('step.violationCode'),
  }
  const form = useFormState({ result: resultOfIntent(result, 'answer'), labels })
  const results = complaint.subject === null ? (['NONE_TRUE', 'UNTRUE'] as const) : (['CREDIT_EVENT', 'CASE', 'UNTRUE'] as const)
  const violations = violationTypes.filter(({ appliesTo }) => appliesTo !== 'PRACTITIONER')
  return (
    <Sheet title={t('step.answer')}>
      <p>{t('step.answerLead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="version" value={complaint.version} />
        <RadioField {...form.field('result')} choices={results.map((value) => ({ value, label: t(`step.results.${value}`) }))} />
        <TextAreaField {...form.field('answer')} rows={4} maxLength={8000} />
        {complaint.subject !== null && (
          <>
            <TextAreaField {...form.field('finding')} hint={t('step.findingHint')} rows={4} maxLength={8000} isOptional />
            <DateField {...form.field('occurredOn')} hint={t('step.occurredOnHint')} isOptional />
            <SelectField
              {...form.field('violationCode')}
              empty={t('step.violationNone')}
              options={violations.map((one) => ({ value: one.code, label: `${one.code} ${nameIn(language, one)}` }))}
              isOptional
            />
          </>
        )}
        <SubmitButton name="intent" value="answer">
          {t('step.answerSubmit')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
