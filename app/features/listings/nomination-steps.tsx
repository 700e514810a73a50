import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { NominationData } from './red-list-documents.server.ts'

interface StepProps {
  readonly of: NominationData
  readonly result: FormResult | undefined
}

/** The next lawful steps of a nomination, each with its form or the reason why it can't be taken now. Objections are answered beside them. */
export function NominationSteps({
  of,
  mutationIds,
  result,
  publicityDays,
}: StepProps & {
  /** One a form: each is a wish of its own. */
  readonly mutationIds: Readonly<Record<string, string>>
  readonly publicityDays: number
}) {
  const t = useText('lists')
  const steps = of.nextSteps.filter(({ step }) => step !== 'ANSWER_OBJECTIONS')
  if (steps.length === 0) return null
  return (
    <>
      {steps.map(({ step, obstacle, facts }) => (
        <Sheet key={step} title={t(`redListStep.${step}`)} id={step.toLowerCase()}>
          {obstacle ? (
            <Obstacle code={obstacle} facts={facts} />
          ) : (
            <>
              {step !== 'ANSWER_OBJECTIONS' && <p className="small mute">{t(`redListStep.${step}Text`, { days: publicityDays })}</p>}
              <StepForm step={step} of={of} mutationId={mutationIds[step]} result={intentOf(result) === step ? result : undefined} />
            </>
          )}
        </Sheet>
      ))}
    </>
  )
}

const intentOf = (result: FormResult | undefined) => result?.values['intent']?.[0]

function Obstacle({ code, facts }: { readonly code: string; readonly facts: unknown }) {
  const t = useText('lists')
  const { language } = usePage()
  const { publicUntilOn, count } = facts as { readonly publicUntilOn?: string; readonly count?: number }
  const values = { count: count ?? 0, publicUntilOn: publicUntilOn ? formatDay(publicUntilOn, language) : '' }
  return <p>{t.optional(`redListObstacle.${code}`, values) ?? code}</p>
}

function StepForm({ step, of, mutationId, result }: StepProps & { readonly step: string; readonly mutationId: string | undefined }) {
  const t = useText('lists')
  const form = useFormState({ result, labels: { outcome: t('redListStep.outcome'), reasons: t('redListStep.reasons') } })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={of.version} />
      <input type="hidden" name="intent" value={step} />
      {step === 'DECIDE' && (
        <RadioField
          {...form.field('outcome')}
          choices={[
            { value: 'LISTED', label: t('redListStep.listed') },
            { value: 'NOT_LISTED', label: t('redListStep.notListed') },
          ]}
        />
      )}
      {step !== 'START_PUBLICITY' && <TextAreaField {...form.field('reasons')} rows={4} maxLength={8000} />}
      <SubmitButton look={step === 'TURN_DOWN' || step === 'WITHDRAW' ? 'ghost' : 'primary'}>{t('redListStep.send')}</SubmitButton>
    </FormFrame>
  )
}
