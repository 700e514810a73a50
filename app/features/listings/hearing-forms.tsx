import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { StepFrame } from './step-frame.tsx'
import type { StepFormProps } from './step-frame.tsx'

/** The forms of a hearing. */
export const hearingForms = {
  REQUEST_HEARING: RequestForm,
  SCHEDULE_HEARING: ScheduleForm,
  REFUSE_HEARING: RefuseForm,
  HOLD_HEARING: HoldForm,
  WAIVE_HEARING: WaiveForm,
} as const

function RequestForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.REQUEST_HEARING.reasons') } })
  return (
    <StepFrame {...props} step="REQUEST_HEARING" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </StepFrame>
  )
}

function ScheduleForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({
    result,
    labels: {
      scheduledFor: t('step.SCHEDULE_HEARING.scheduledFor'),
      place: t('step.SCHEDULE_HEARING.place'),
      isPublic: t('step.SCHEDULE_HEARING.isPublic'),
    },
    defaults: { isPublic: 'YES' },
  })
  return (
    <StepFrame {...props} step="SCHEDULE_HEARING" form={form}>
      <TextField {...form.field('scheduledFor')} type="datetime-local" width="code" />
      <TextField {...form.field('place')} />
      <RadioField
        {...form.field('isPublic')}
        hint={t('step.SCHEDULE_HEARING.isPublicHint')}
        choices={[
          { value: 'YES', label: t('step.SCHEDULE_HEARING.yes') },
          { value: 'NO', label: t('step.SCHEDULE_HEARING.no') },
        ]}
      />
    </StepFrame>
  )
}

function RefuseForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.REFUSE_HEARING.reasons') } })
  return (
    <StepFrame {...props} step="REFUSE_HEARING" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </StepFrame>
  )
}

function HoldForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({
    result,
    labels: { attendees: t('step.HOLD_HEARING.attendees'), record: t('step.HOLD_HEARING.record') },
  })
  return (
    <StepFrame {...props} step="HOLD_HEARING" form={form}>
      <TextAreaField {...form.field('attendees')} rows={2} />
      <TextAreaField {...form.field('record')} rows={12} />
    </StepFrame>
  )
}

function WaiveForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { statement: t('step.WAIVE_HEARING.statement') } })
  return (
    <StepFrame {...props} step="WAIVE_HEARING" form={form} look="ghost">
      <TextAreaField {...form.field('statement')} rows={2} />
    </StepFrame>
  )
}
