import { Link } from '@remix-run/react'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

/** Takes something back with a reason that its subject reads. `subject` is its key. */
export function AnnulForm({
  title,
  subject,
  result,
  mutationId,
  backTo,
}: {
  readonly title: string
  readonly subject: string
  readonly result: FormResult | undefined
  readonly mutationId: string
  readonly backTo: string
}) {
  const t = useText('rating')
  const form = useFormState({ result, labels: { reason: t('honours.reason') } })
  return (
    <Sheet title={title} id="annul">
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="key" value={subject} />
        <TextAreaField {...form.field('reason')} rows={3} maxLength={500} />
        <p className="actions">
          <SubmitButton name="intent" value="ANNUL" look="danger">
            {t('honours.annul')}
          </SubmitButton>
          <Link to={backTo}>{t('honours.back')}</Link>
        </p>
      </FormFrame>
    </Sheet>
  )
}
