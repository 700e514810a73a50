import { reviewDimensions } from '#domain/credit/credit-fact.ts'
import type { ReviewDimension } from '#domain/credit/credit-fact.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

const marks = [5, 4, 3, 2, 1] as const

/** Five aspects, 1 to 5; nothing filled in beforehand but what is amended: no answer is never a good one. */
export function MarksForm({
  mutationId,
  result,
  hidden,
  submit,
  given,
}: {
  readonly mutationId: string
  readonly result: FormResult | undefined
  readonly hidden: Readonly<Record<string, string | number>>
  readonly submit: string
  readonly given?: Readonly<Record<ReviewDimension, number>> & { readonly comment: string }
}) {
  const t = useText('reviews')
  const dimensions = Object.fromEntries(reviewDimensions.map((dimension) => [dimension, t(`dimension.${dimension}`)]))
  const form = useFormState({
    result,
    labels: { ...(dimensions as Record<ReviewDimension, string>), comment: t('give.comment') },
    defaults: given ?? {},
  })
  const options = marks.map((mark) => ({ value: String(mark), label: t(`mark.${mark}`) }))
  return (
    <FormFrame form={form} mutationId={mutationId}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {reviewDimensions.map((dimension) => (
        <SelectField key={dimension} {...form.field(dimension)} empty={t('give.empty')} options={options} />
      ))}
      <TextAreaField {...form.field('comment')} hint={t('give.commentHint')} rows={3} maxLength={2000} isOptional />
      <SubmitButton>{submit}</SubmitButton>
    </FormFrame>
  )
}
