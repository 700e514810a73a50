import type { FormState } from '#app/form-state.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { useText } from '#app/page-context.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const timesLabels = (t: Translator<Texts['selection']>) => ({
  signUpOpensAt: t('draft.opensAt'),
  signUpClosesAt: t('draft.closesAt'),
  opensAt: t('draft.quotesOpenAt'),
})

/** When sign-up opens and closes and, where quotes are sealed, when they are opened. Beijing time. */
export function TimesFields({
  form,
  isQuoted,
  minimumWorkingDays,
}: {
  readonly form: FormState<string>
  readonly isQuoted: boolean
  readonly minimumWorkingDays: number
}) {
  const t = useText('selection')
  return (
    <>
      <TextField {...form.field('signUpOpensAt')} hint={t('draft.opensAtHint')} type="datetime-local" width="code" isOptional />
      <TextField
        {...form.field('signUpClosesAt')}
        hint={t('draft.closesAtHint', { days: minimumWorkingDays })}
        type="datetime-local"
        width="code"
      />
      {isQuoted && (
        <TextField {...form.field('opensAt')} hint={t('draft.quotesOpenAtHint')} type="datetime-local" width="code" isOptional />
      )}
    </>
  )
}
