import type { ReactNode } from 'react'
import type { CaseStep } from '#domain/listings/next-steps.ts'
import type { FormResult, FormState } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { CaseData } from './documents.server.ts'

interface StepFormProps {
  readonly of: CaseData
  readonly mutationId: string | undefined
  /** The answer of the action, when it was about this step. */
  readonly result: FormResult | undefined
}

/** The form of one lawful step. Each is a form of its own, so that a press does one thing. */
export function CaseStepForm({ step, ...props }: StepFormProps & { readonly step: CaseStep }) {
  const Fields = formOf[step]
  return <Fields {...props} />
}

const formOf: Readonly<Record<CaseStep, (props: StepFormProps) => ReactNode>> = {
  START_INVESTIGATION: StartForm,
  SERVE_NOTICE: NoticeForm,
  CLOSE_WITHOUT_FINDING: CloseForm,
  FILE_DEFENCE: DefenceForm,
  WAIVE_DEFENCE: WaiverForm,
  ORDER_SUSPENSION: SuspendForm,
  LIFT_SUSPENSION: LiftForm,
  DECIDE: DecideForm,
}

function Frame<Name extends string>({
  step,
  form,
  of,
  mutationId,
  look,
  children,
}: Omit<StepFormProps, 'result'> & {
  readonly step: CaseStep
  readonly form: FormState<Name>
  readonly look?: 'primary' | 'ghost' | 'danger'
  readonly children?: ReactNode
}) {
  const t = useText('listings')
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={of.version} />
      {children}
      <SubmitButton name="intent" value={step} look={look}>
        {t(`step.${step}.submit`)}
      </SubmitButton>
    </FormFrame>
  )
}

function StartForm({ result, ...props }: StepFormProps) {
  const form = useFormState({ result, labels: {} })
  return <Frame {...props} step="START_INVESTIGATION" form={form} />
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
    <Frame {...props} step="SERVE_NOTICE" form={form}>
      <TextAreaField {...form.field('facts')} rows={5} />
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('intendedMeasure')} rows={2} />
      <TextAreaField {...form.field('rightToDefend')} rows={4} />
      <TextAreaField {...form.field('investigationNote')} rows={3} isOptional />
    </Frame>
  )
}

function CloseForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.CLOSE_WITHOUT_FINDING.reasons') } })
  return (
    <Frame {...props} step="CLOSE_WITHOUT_FINDING" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </Frame>
  )
}

function DefenceForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { statement: t('step.FILE_DEFENCE.statement') } })
  return (
    <Frame {...props} step="FILE_DEFENCE" form={form}>
      <TextAreaField {...form.field('statement')} rows={8} />
    </Frame>
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
    <Frame {...props} step="WAIVE_DEFENCE" form={form} look="ghost">
      <TextAreaField {...form.field('statement')} rows={2} />
    </Frame>
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
    <Frame {...props} step="ORDER_SUSPENSION" form={form} look="danger">
      <DateField {...form.field('untilOn')} />
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('reasons')} rows={3} />
    </Frame>
  )
}

function LiftForm({ result, ...props }: StepFormProps) {
  const t = useText('listings')
  const form = useFormState({ result, labels: { reasons: t('step.LIFT_SUSPENSION.reasons') } })
  return (
    <Frame {...props} step="LIFT_SUSPENSION" form={form} look="ghost">
      <TextAreaField {...form.field('reasons')} rows={3} />
    </Frame>
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
    <Frame {...props} step="DECIDE" form={form}>
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
    </Frame>
  )
}
