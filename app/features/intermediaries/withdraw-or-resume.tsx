import { useLoaderData } from '@remix-run/react'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { loadOwnOffering } from './own-offering.server.ts'

/** The way to stop an own offering, or to go on with it. */
export function WithdrawOrResume({ result }: { readonly result: FormResult | undefined }) {
  const { offering, item, stepMutationId } = useLoaderData<typeof loadOwnOffering>()
  const t = useText('fees')
  const form = useFormState<string>({ result, labels: { withdrawReason: t('edit.withdrawReason') } })
  const step = offering.isWithdrawn ? 'resume' : 'withdraw'
  return (
    <Sheet title={t(`edit.${step}Title`)}>
      <p>{t(`edit.${step}Lead`)}</p>
      <FormFrame form={form} mutationId={stepMutationId} action={`/intermediary/offerings/${item.code}?step=${step}`}>
        <input type="hidden" name="version" value={offering.version} />
        {step === 'withdraw' && <TextField {...form.field('withdrawReason')} maxLength={500} isOptional />}
        <SubmitButton look="ghost">{t(`edit.${step}`)}</SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
