import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { resultOfIntent } from './result-of-intent.ts'

/** A new password for the own account. */
export function PasswordForm({ result }: { readonly result: FormResult | undefined }) {
  const t = useText('account')
  const labels = { currentPassword: t('password.current'), newPassword: t('password.next') }
  const form = useFormState({ result: resultOfIntent(result, 'password'), labels })
  return (
    <FormFrame form={form}>
      <input type="hidden" name="intent" value="password" />
      <p>{t('password.lead')}</p>
      <TextField {...form.field('currentPassword')} type="password" autoComplete="current-password" />
      <TextField {...form.field('newPassword')} type="password" autoComplete="new-password" hint={t('password.nextHint')} />
      <SubmitButton>{t('password.submit')}</SubmitButton>
    </FormFrame>
  )
}
