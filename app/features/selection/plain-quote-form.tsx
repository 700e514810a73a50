import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { QuoteDesk } from './quote-documents.server.ts'
import { QuoteFields, useQuoteLabels } from './quote-fields.tsx'

/** For browsers without scripts: sealed on arrival, after the bidder has said to know what that means. */
export function PlainQuoteForm({
  desk,
  mutationId,
  result,
}: {
  readonly desk: QuoteDesk
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('sealing')
  const form = useFormState({ result, labels: { ...useQuoteLabels(), acceptsServerSealing: t('consent') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <NoticeBanner title={t('plainTitle')} tone="warn">
        <p>{t('plainText')}</p>
      </NoticeBanner>
      <QuoteFields desk={desk} form={form} />
      <CheckboxField {...form.field('acceptsServerSealing')} choices={[{ value: 'yes', label: t('consentYes') }]} />
      <SubmitButton>{t('sendPlain')}</SubmitButton>
    </FormFrame>
  )
}
