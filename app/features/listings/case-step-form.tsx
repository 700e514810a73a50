import type { ReactNode } from 'react'
import type { CaseStep } from '#domain/listings/next-steps.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { hearingForms } from './hearing-forms.tsx'
import { investigationForms } from './investigation-forms.tsx'
import { StepFrame } from './step-frame.tsx'
import type { StepFormProps } from './step-frame.tsx'

/** The form of one lawful step. Each is a form of its own, so that a press does one thing. */
export function CaseStepForm({ step, ...props }: StepFormProps & { readonly step: CaseStep }) {
  const Fields = formOf[step]
  return <Fields {...props} />
}

const formOf: Readonly<Record<CaseStep, (props: StepFormProps) => ReactNode>> = {
  ...investigationForms,
  ...hearingForms,
  START_INVESTIGATION: StartForm,
  SERVE_NOTICE: NoticeForm,
  CLOSE_WITHOUT_FINDING: CloseForm,
  FILE_DEFENCE: DefenceForm,
  WAIVE_DEFENCE: WaiverForm,
  ORDER_SUSPENSION: SuspendForm,
  LIFT_SUSPENSION: LiftForm,
  DECIDE: DecideForm,
}

function StartForm({ result, ...props }: StepFormProps) {
  const form = useFormState({ result, labels: {} })
  return <StepFrame {...props} step="START_INVESTIGATION" form={form} />
}

function NoticeForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const { of } = props
  const form = useFormState({
    result,
    labels: {
      facts: t('step.SERVE_NOTICE.facts'),
      basis: t('step.SERVE_NOTICE.basis'),
      intendedMeasure: t('step.SERVE_NOTICE.intendedMeasure'),
      rightToDefend: t('step.SERVE_NOTICE.rightToDefend'),
      investigationNote: t('step.SERVE_NOTICE.investigationNote'),
    },
    defaults: {
      facts: of.facts,
      basis: of.violation?.basis ?? '',
      intendedMeasure: t(of.kind === 'VIOLATION' ? 'step.SERVE_NOTICE.intendedDefault' : 'step.SERVE_NOTICE.intendedBroken'),
      rightToDefend: t('step.SERVE_NOTICE.rightDefault'),
    },
  })
  return (
    <StepFrame {...props} step="SERVE_NOTICE" form={form}>
      <TextAreaField {...form.field('facts')} rows={5} />
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('intendedMeasure')} rows={2} />
      <TextAreaField {...form.field('rightToDefend')} rows={4} />
      <TextAreaField {...form.field('investigationNote')} rows={3} isOptional />
    </StepFrame>
  )
}

function CloseForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.CLOSE_WITHOUT_FINDING.reasons') } })
  return (
    <StepFrame {...props} step="CLOSE_WITHOUT_FINDING" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </StepFrame>
  )
}

function DefenceForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { statement: t('step.FILE_DEFENCE.statement') } })
  return (
    <StepFrame {...props} step="FILE_DEFENCE" form={form}>
      <TextAreaField {...form.field('statement')} rows={8} />
    </StepFrame>
  )
}

function WaiverForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({
    result,
    labels: { statement: t('step.WAIVE_DEFENCE.statement') },
    defaults: { statement: t('step.WAIVE_DEFENCE.statementDefault') },
  })
  return (
    <StepFrame {...props} step="WAIVE_DEFENCE" form={form} look="ghost">
      <TextAreaField {...form.field('statement')} rows={2} />
    </StepFrame>
  )
}

function SuspendForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({
    result,
    labels: {
      untilOn: t('step.ORDER_SUSPENSION.untilOn'),
      basis: t('step.ORDER_SUSPENSION.basis'),
      reasons: t('step.ORDER_SUSPENSION.reasons'),
    },
  })
  return (
    <StepFrame {...props} step="ORDER_SUSPENSION" form={form} look="danger">
      <DateField {...form.field('untilOn')} />
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('reasons')} rows={3} />
    </StepFrame>
  )
}

function LiftForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.LIFT_SUSPENSION.reasons') } })
  return (
    <StepFrame {...props} step="LIFT_SUSPENSION" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </StepFrame>
  )
}

function DecideForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const { publicityPeriod, violation } = props.of
  const { earliestRepairOn, automaticEndOn, isNormallyPublished } = publicityPeriod
  const form = useFormState({
    result,
    labels: {
      outcome: t('step.DECIDE.outcome'),
      publicUntilOn: t('step.DECIDE.publicUntilOn'),
      publicationReason: t('step.DECIDE.publicationReason'),
      basis: t('step.DECIDE.basis'),
      reasons: t('step.DECIDE.reasons'),
    },
    defaults: { publicUntilOn: automaticEndOn, basis: violation?.basis ?? '' },
  })
  const choices = (['LISTED', 'FOUND_NOT_LISTED', 'NOT_FOUND'] as const).map((value) => ({
    value,
    label: t(`step.DECIDE.outcomes.${value}`),
  }))
  return (
    <StepFrame {...props} step="DECIDE" form={form}>
      <RadioField {...form.field('outcome')} choices={choices} />
      <DateField
        {...form.field('publicUntilOn')}
        min={earliestRepairOn}
        max={automaticEndOn}
        hint={t('step.DECIDE.publicUntilHint', { earliest: earliestRepairOn, latest: automaticEndOn })}
        isOptional
      />
      {!isNormallyPublished && <TextAreaField {...form.field('publicationReason')} rows={2} isOptional />}
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('reasons')} rows={6} hint={t('step.DECIDE.reasonsHint')} />
    </StepFrame>
  )
}
