import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

/** A case that came online and waits for somebody to answer for it. */
export function TakeUpForm({
  version,
  noticeLastOn,
  mutationId,
  result,
}: {
  readonly version: number
  readonly noticeLastOn: string | null
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const { language } = usePage()
  const form = useFormState({ result, labels: {} })
  return (
    <Sheet title={t('takeUp.title')}>
      <FormFrame form={form} mutationId={mutationId}>
        <p>{t('takeUp.text', { day: noticeLastOn ? formatDay(noticeLastOn, language) : '' })}</p>
        <input type="hidden" name="version" value={version} />
        <SubmitButton name="intent" value="TAKE_UP">
          {t('takeUp.button')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
