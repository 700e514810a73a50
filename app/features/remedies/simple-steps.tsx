import { ServiceMethodField } from '#app/features/procedures/service-method-field.tsx'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { StepFrame } from './step-frame.tsx'
import type { StepProps } from './step-frame.tsx'

/** The party takes back what it filed. */
export function WithdrawForm({ result, ...props }: StepProps) {
  const t = useText('remedies')
  const form = useFormState({ result, labels: {} })
  return (
    <StepFrame {...props} step="WITHDRAW" form={form} look="ghost">
      <p className="small mute">{t('step.WITHDRAW.hint')}</p>
    </StepFrame>
  )
}

/** A reviewer takes an appeal up. */
export function StartReviewForm({ result, ...props }: StepProps) {
  const form = useFormState({ result, labels: {} })
  return <StepFrame {...props} step="START_REVIEW" form={form} />
}

export function RefuseAdmissionForm({ result, ...props }: StepProps) {
  const t = useText('remedies')
  const form = useFormState({
    result,
    labels: {
      basis: t('step.REFUSE_ADMISSION.basis'),
      reasons: t('step.REFUSE_ADMISSION.reasons'),
      serviceMethod: t('step.service'),
    },
  })
  return (
    <StepFrame {...props} step="REFUSE_ADMISSION" form={form} look="danger">
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('reasons')} rows={4} />
      <ServiceMethodField {...form.field('serviceMethod')} />
    </StepFrame>
  )
}

export function AskSourceForm({ result, ...props }: StepProps) {
  const t = useText('remedies')
  const form = useFormState({ result, labels: { reason: t('step.ASK_SOURCE.reason') } })
  return (
    <StepFrame {...props} step="ASK_SOURCE" form={form} look="ghost">
      <TextAreaField {...form.field('reason')} rows={3} hint={t('step.ASK_SOURCE.hint')} />
    </StepFrame>
  )
}
