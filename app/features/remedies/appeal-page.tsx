import { Link } from '@remix-run/react'
import type { RemedyStep } from '#domain/remedies/next-remedy-steps.ts'
import { ServiceMethodField } from '#app/features/procedures/service-method-field.tsx'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { AppealData } from './documents.server.ts'
import { RemedyAnswer } from './remedy-answer.tsx'
import { RemedyPage } from './remedy-page.tsx'
import { RemedySteps } from './remedy-steps.tsx'
import { RefuseAdmissionForm, StartReviewForm, WithdrawForm } from './simple-steps.tsx'
import { StepFrame, stepPropsOf } from './step-frame.tsx'
import type { RemedyPageProps, StepProps } from './step-frame.tsx'

/** An appeal, as its party and as its reviewers see it; the steps differ. @param base where the viewer's own pages lie */
export function AppealPage({ base, ...props }: RemedyPageProps<AppealData> & { readonly base: string }) {
  const { title, of, result, parent } = props
  const t = useText('remedies')
  const formOf = (step: RemedyStep) => {
    const own = stepPropsOf(props, step)
    if (step === 'WITHDRAW') return <WithdrawForm {...own} />
    if (step === 'START_REVIEW') return <StartReviewForm {...own} />
    return step === 'REFUSE_ADMISSION' ? <RefuseAdmissionForm {...own} /> : <DecideForm {...own} of={of} />
  }
  return (
    <RemedyPage
      title={title}
      parent={parent}
      of={of}
      isOpen={of.decidedAt === null}
      state={t(`appealState.${of.state}`)}
      saidTitle={t('appeal.said')}
      said={
        <DescriptionList
          items={[
            { term: t('column.party'), value: `${of.party.name} ${of.party.code}` },
            { term: t('appeal.request'), value: <span className="whitespace-pre-line">{of.request}</span> },
            { term: t('appeal.grounds'), value: <span className="whitespace-pre-line">{of.grounds}</span> },
          ]}
        />
      }
    >
      <Against of={of} base={base} />
      <RemedyAnswer
        title={t('appeal.answer')}
        {...of}
        basis={of.decisionBasis}
        reasons={of.decisionReasons}
        printTo={`/appeals/${of.number}/decision`}
        printLabel={t('appeal.print')}
      >
        {of.state === 'VARIED' && (
          <p>
            {of.newUntilOn ? (
              <>
                {t('appeal.newUntil')} <Day on={of.newUntilOn} />
              </>
            ) : (
              t('appeal.entryFell')
            )}
          </p>
        )}
      </RemedyAnswer>
      <RemedySteps steps={of.nextSteps} result={result} formOf={formOf} />
    </RemedyPage>
  )
}

/** What is appealed: the decision with its basis and reasons, and the case behind it. */
function Against({ of, base }: { readonly of: AppealData; readonly base: string }) {
  const t = useText('remedies')
  const { number, decisionNumber, decisionBasis, decisionReasons } = of.case
  return (
    <Sheet title={t('appeal.against')}>
      <DescriptionList
        items={[
          { term: t('appeal.case'), value: <Link to={`${base}/cases/${number}`}>{number}</Link> },
          { term: t('appeal.decision'), value: decisionNumber ?? '' },
          { term: t('appeal.basis'), value: <span className="whitespace-pre-line">{decisionBasis}</span> },
          { term: t('appeal.reasons'), value: <span className="whitespace-pre-line">{decisionReasons}</span> },
        ]}
      />
    </Sheet>
  )
}

function DecideForm({ result, of, ...props }: StepProps & { readonly of: AppealData }) {
  const t = useText('remedies')
  const [entry] = of.case.listEntries
  const form = useFormState({
    result,
    labels: {
      outcome: t('step.DECIDE.outcome'),
      newUntilOn: t('step.newUntilOn'),
      basis: t('step.DECIDE.basis'),
      reasons: t('step.DECIDE.reasons'),
      serviceMethod: t('step.service'),
    },
  })
  const choices = (['ANNULLED', 'VARIED', 'UPHELD'] as const).map((value) => ({
    value,
    label: t(`step.appealOutcome.${value}`),
    detail: t(`step.appealOutcome.${value}Text`),
  }))
  return (
    <StepFrame {...props} step="DECIDE" form={form}>
      <RadioField {...form.field('outcome')} choices={choices} />
      {entry && (
        <DateField
          {...form.field('newUntilOn')}
          hint={t('step.newUntilHint')}
          min={entry.earliestRepairOn ?? undefined}
          max={entry.untilOn ?? undefined}
          isOptional
        />
      )}
      <TextAreaField {...form.field('basis')} rows={2} />
      <TextAreaField {...form.field('reasons')} rows={6} />
      <ServiceMethodField {...form.field('serviceMethod')} />
    </StepFrame>
  )
}
