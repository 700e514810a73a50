import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { ReviewView } from './documents.server.ts'
import { MarksForm } from './marks-form.tsx'

interface FormProps {
  readonly review: ReviewView
  readonly mutationId: string
  /** The answer to this very form. */
  readonly result: FormResult | undefined
}

/** The one amendment. */
export function AmendForm({ review, mutationId, result }: FormProps) {
  const t = useText('reviews')
  const { language } = usePage()
  return (
    <Sheet title={t('amend.title')}>
      <p className="small mute mb-3">{t('amend.lead', { lastOn: formatDay(review.mayAmendUntil ?? '', language) })}</p>
      <MarksForm mutationId={mutationId} result={result} hidden={{ intent: 'amend' }} submit={t('amend.submit')} given={review} />
    </Sheet>
  )
}

/** The one reply. */
export function ReplyForm({ mutationId, result }: FormProps) {
  const t = useText('reviews')
  const form = useFormState({ result, labels: { reply: t('answer.field') } })
  return (
    <Sheet title={t('answer.title')}>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="intent" value="reply" />
        <TextAreaField {...form.field('reply')} hint={t('answer.lead')} rows={4} maxLength={2000} />
        <SubmitButton>{t('answer.submit')}</SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

/** Hides the part that still shows; nothing where there are no words left. */
export function ModerateForm({ review, mutationId, result }: FormProps) {
  const t = useText('reviews')
  const parts = [
    ...(review.comment !== '' && !review.isCommentHidden ? (['COMMENT'] as const) : []),
    ...(review.reply && !review.isReplyHidden ? (['REPLY'] as const) : []),
  ]
  const form = useFormState({
    result,
    labels: { part: t('moderate.part'), ground: t('moderate.ground'), reasons: t('moderate.reasons') },
    defaults: parts.length === 1 ? { part: parts[0] } : {},
  })
  if (parts.length === 0) return null
  const grounds = ['PERSONAL_DATA', 'INSULT'] as const
  return (
    <Sheet title={t('moderate.title')}>
      <p className="small mute mb-3">{t('moderate.lead')}</p>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="intent" value="moderate" />
        <RadioField {...form.field('part')} choices={parts.map((value) => ({ value, label: t(`moderate.parts.${value}`) }))} />
        <RadioField {...form.field('ground')} choices={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))} />
        <TextAreaField {...form.field('reasons')} hint={t('moderate.reasonsHint')} rows={2} maxLength={1000} />
        <SubmitButton look="danger">{t('moderate.submit')}</SubmitButton>
      </FormFrame>
    </Sheet>
  )
}

/** Shows everything again. */
export function LiftForm({ review, mutationId, result }: FormProps) {
  const t = useText('reviews')
  const form = useFormState({ result, labels: { liftReasons: t('moderate.liftReasons') } })
  if (!review.isCommentHidden && !review.isReplyHidden) return null
  return (
    <Sheet title={t('moderate.liftTitle')}>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="intent" value="lift" />
        <TextAreaField {...form.field('liftReasons')} rows={2} maxLength={1000} />
        <SubmitButton>{t('moderate.lift')}</SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
