import { reviewDimensions } from '#domain/credit/credit-fact.ts'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { EngagementData } from './documents.server.ts'

const marks = [5, 4, 3, 2, 1] as const

/** Five aspects, 1 to 5, nothing filled in beforehand: no answer is never a good one. */
export function ReviewForm({
  of,
  mutationId,
  result,
}: {
  readonly of: EngagementData
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('engagements')
  const form = useFormState({
    result,
    labels: {
      quality: t('review.quality'),
      timeliness: t('review.timeliness'),
      attitude: t('review.attitude'),
      fees: t('review.fees'),
      conduct: t('review.conduct'),
      comment: t('review.comment'),
    },
  })
  const options = marks.map((mark) => ({ value: String(mark), label: t(`review.mark.${mark}`) }))
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p className="small mute mb-3">{of.reviewLastOn ? t('review.lead', { lastOn: of.reviewLastOn }) : t('review.leadOpen')}</p>
      <input type="hidden" name="version" value={of.version} />
      {reviewDimensions.map((dimension) => (
        <SelectField key={dimension} {...form.field(dimension)} empty={t('choose.divisionEmpty')} options={options} />
      ))}
      <TextAreaField {...form.field('comment')} rows={3} maxLength={2000} isOptional />
      <SubmitButton>{t('review.submit')}</SubmitButton>
    </FormFrame>
  )
}

/** A review as given. */
export function GivenReview({ review }: { readonly review: NonNullable<EngagementData['ownerReview']> }) {
  const t = useText('engagements')
  return (
    <>
      <DescriptionList
        items={reviewDimensions.map((dimension) => ({ term: t(`review.${dimension}`), value: `${review[dimension]} / 5` }))}
      />
      {review.comment !== '' && <p className="prose whitespace-pre-line">{review.comment}</p>}
    </>
  )
}
