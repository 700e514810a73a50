import type { RemedyStep } from '#domain/remedies/next-remedy-steps.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { DataObjectionData } from './documents.server.ts'
import { RemedyAnswer } from './remedy-answer.tsx'
import { RemedyPage } from './remedy-page.tsx'
import { RemedySteps } from './remedy-steps.tsx'
import { AskSourceForm } from './simple-steps.tsx'
import { StepFrame, stepPropsOf } from './step-frame.tsx'
import type { RemedyPageProps, StepProps } from './step-frame.tsx'

/** An objection to data, as its party and as those who answer see it; the steps differ. */
export function DataObjectionPage(props: RemedyPageProps<DataObjectionData>) {
  const { title, of, result, parent } = props
  const t = useText('remedies')
  const formOf = (step: RemedyStep) => {
    const own = stepPropsOf(props, step)
    return step === 'ASK_SOURCE' ? <AskSourceForm {...own} /> : <AnswerForm {...own} of={of} />
  }
  const fieldName = of.field === null ? t('dataObjection.whole') : (t.optional(`dataObjection.field.${of.field}`) ?? of.field)
  return (
    <RemedyPage
      title={title}
      parent={parent}
      of={of}
      isOpen={of.decidedAt === null}
      state={t(`dataObjectionState.${of.state}`)}
      saidTitle={t('dataObjection.said')}
      said={
        <DescriptionList
          items={[
            { term: t('column.party'), value: `${of.party.name} ${of.party.code}` },
            { term: t('dataObjection.record'), value: t(`dataObjection.target.${of.target}`) },
            { term: t('dataObjection.what'), value: fieldName },
            { term: t('dataObjection.contested'), value: of.contested },
            ...(of.proposed ? [{ term: t('dataObjection.proposed'), value: of.proposed }] : []),
            { term: t('dataObjection.statement'), value: <span className="whitespace-pre-line">{of.statement}</span> },
          ]}
        />
      }
    >
      <RemedyAnswer title={t('dataObjection.answer')} {...of}>
        {of.state === 'UPHELD' && <p>{correctionText(of.correction, t('dataObjection.corrected'), t('dataObjection.removed'))}</p>}
      </RemedyAnswer>
      {of.sourceAskedReason && <p className="small mute">{t('dataObjection.sourceAsked', { reason: of.sourceAskedReason })}</p>}
      <RemedySteps steps={of.nextSteps} result={result} formOf={formOf} />
    </RemedyPage>
  )
}

/** What stands there since the objection was upheld. */
function correctionText(correction: unknown, corrected: string, removed: string): string {
  const after = correction !== null && typeof correction === 'object' && 'after' in correction ? correction.after : null
  return typeof after === 'string' ? `${corrected}：${after}` : removed
}

function AnswerForm({ result, of, ...props }: StepProps & { readonly of: DataObjectionData }) {
  const t = useText('remedies')
  const form = useFormState({
    result,
    labels: { outcome: t('step.DECIDE.outcome'), corrected: t('step.corrected'), reasons: t('step.DECIDE.reasons') },
    defaults: { corrected: of.proposed ?? '' },
  })
  const choices = (['UPHELD', 'REJECTED'] as const).map((value) => ({
    value,
    label: t(`step.objectionOutcome.${value}`),
    detail: t(`step.objectionOutcome.${value}Text`),
  }))
  return (
    <StepFrame {...props} step="DECIDE" form={form}>
      <RadioField {...form.field('outcome')} choices={choices} />
      {of.field !== null && <TextField {...form.field('corrected')} hint={t('step.correctedHint')} isOptional />}
      <TextAreaField {...form.field('reasons')} rows={4} />
    </StepFrame>
  )
}
