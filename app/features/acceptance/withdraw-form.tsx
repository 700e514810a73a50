import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** The applicant takes the application back. */
export function WithdrawForm({
  version,
  mutationId,
  result,
}: {
  readonly version: number
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const form = useFormState({ result, labels: { reason: t('withdraw.reason') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p className="small mute">{t('withdraw.text')}</p>
      <input type="hidden" name="version" value={version} />
      <TextField {...form.field('reason')} isOptional maxLength={2000} />
      <SubmitButton name="intent" value="WITHDRAW" look="danger">
        {t('withdraw.button')}
      </SubmitButton>
    </FormFrame>
  )
}
