import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { NominationData } from './red-list-documents.server.ts'

type ObjectionData = NominationData['objections'][number]

/** What was objected, and the answers; for whoever answers, who objects and the form for it. */
export function NominationObjections({
  of,
  mutationIds,
  result,
}: {
  readonly of: NominationData
  readonly mutationIds: Readonly<Record<string, string>>
  readonly result: FormResult | undefined
}) {
  const t = useText('lists')
  const canAnswer = of.nextSteps.some(({ step, obstacle }) => step === 'ANSWER_OBJECTIONS' && obstacle === null)
  if (of.objections.length === 0) return <p className="mute">{t('objection.none')}</p>
  return of.objections.map((objection) => {
    const { number, state } = objection
    const isOpen = state === 'FILED'
    const answered = result?.values['objectionNumber']?.[0] === number ? result : undefined
    return (
      <section key={number} aria-label={number} className="mb-4">
        <p>
          <b className="num">{number}</b> <Badge tone={isOpen ? 'warn' : 'neutral'}>{t(`objection.state.${state}`)}</Badge>
        </p>
        <p className="whitespace-pre-line">{objection.text}</p>
        <ObjectionFacts objection={objection} isForAnswer={canAnswer} />
        {isOpen && canAnswer && <AnswerForm of={of} number={number} mutationId={mutationIds[number]} result={answered} />}
      </section>
    )
  })
}

function ObjectionFacts({ objection, isForAnswer }: { readonly objection: ObjectionData; readonly isForAnswer: boolean }) {
  const t = useText('lists')
  const { filedAt, answerDueOn, reasons, objector } = objection
  return (
    <DescriptionList
      items={[
        { term: t('objection.filed'), value: <Instant at={filedAt} /> },
        { term: t('objection.due'), value: <Day on={answerDueOn} /> },
        ...(isForAnswer ? [{ term: t('objection.objector'), value: objector ?? t('objection.anonymous') }] : []),
        ...(reasons ? [{ term: t('objection.answer'), value: <span className="whitespace-pre-line">{reasons}</span> }] : []),
      ]}
    />
  )
}

function AnswerForm({
  of,
  number,
  mutationId,
  result,
}: {
  readonly of: NominationData
  readonly number: string
  readonly mutationId: string | undefined
  readonly result: FormResult | undefined
}) {
  const t = useText('lists')
  const form = useFormState({ result, labels: { outcome: t('objection.outcome'), reasons: t('objection.reasons') } })
  const outcomes = ['UPHELD', 'REJECTED'] as const
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={of.version} />
      <input type="hidden" name="intent" value="ANSWER_OBJECTIONS" />
      <input type="hidden" name="objectionNumber" value={number} />
      <RadioField {...form.field('outcome')} choices={outcomes.map((value) => ({ value, label: t(`objection.state.${value}`) }))} />
      <TextAreaField {...form.field('reasons')} hint={t('objection.reasonsHint')} rows={3} maxLength={8000} />
      <SubmitButton>{t('objection.send')}</SubmitButton>
    </FormFrame>
  )
}
