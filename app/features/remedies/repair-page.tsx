import { Link } from '@remix-run/react'
import type { RemedyStep } from '#domain/remedies/next-remedy-steps.ts'
import { ServiceMethodField } from '#app/features/procedures/service-method-field.tsx'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { RepairData } from './documents.server.ts'
import { RemedyAnswer } from './remedy-answer.tsx'
import { RemedyPage } from './remedy-page.tsx'
import { RemedySteps } from './remedy-steps.tsx'
import { WithdrawForm } from './simple-steps.tsx'
import { StepFrame, stepPropsOf } from './step-frame.tsx'
import type { RemedyPageProps, StepProps } from './step-frame.tsx'

/** A credit repair, as its party and as its deciders see it; the steps differ. */
export function RepairPage(props: RemedyPageProps<RepairData>) {
  const { title, of, result, parent } = props
  const t = useText('remedies')
  const formOf = (step: RemedyStep) => {
    const own = stepPropsOf(props, step)
    return step === 'WITHDRAW' ? <WithdrawForm {...own} /> : <DecideForm {...own} />
  }
  const paragraph = (text: string) => <span className="whitespace-pre-line">{text}</span>
  return (
    <RemedyPage
      title={title}
      parent={parent}
      of={of}
      isOpen={of.decidedAt === null}
      state={t(`repairState.${of.state}`)}
      saidTitle={t('repair.said')}
      said={
        <DescriptionList
          items={[
            { term: t('column.party'), value: `${of.party.name} ${of.party.code}` },
            { term: t('repair.entry'), value: <Link to={`/lists/${of.entry.number}`}>{of.entry.number}</Link> },
            { term: t('repair.correction'), value: paragraph(of.correction) },
            { term: t('repair.performance'), value: paragraph(of.performance) },
            { term: t('repair.commitment'), value: paragraph(of.commitment) },
          ]}
        />
      }
    >
      <RemedyAnswer
        title={t('repair.answer')}
        {...of}
        basis={of.decisionBasis}
        reasons={of.decisionReasons}
        printTo={`/repairs/${of.number}/decision`}
        printLabel={t('repair.print')}
      />
      <RemedySteps steps={of.nextSteps} result={result} formOf={formOf} />
    </RemedyPage>
  )
}

function DecideForm({ result, ...props }: StepProps) {
  const t = useText('remedies')
  const form = useFormState({
    result,
    labels: {
      outcome: t('step.DECIDE.outcome'),
      found: t('step.found'),
      basis: t('step.DECIDE.basis'),
      reasons: t('step.DECIDE.reasons'),
      serviceMethod: t('step.service'),
    },
  })
  const outcomes = (['GRANTED', 'REFUSED'] as const).map((value) => ({
    value,
    label: t(`step.repairOutcome.${value}`),
    detail: t(`step.repairOutcome.${value}Text`),
  }))
  const found = (['isCorrected', 'isPerformed'] as const).map((value) => ({ value, label: t(`step.${value}`) }))
  return (
    <StepFrame {...props} step="DECIDE" form={form}>
      <CheckboxField {...form.field('found')} choices={found} />
      <RadioField {...form.field('outcome')} choices={outcomes} />
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('reasons')} rows={5} />
      <ServiceMethodField {...form.field('serviceMethod')} />
    </StepFrame>
  )
}
