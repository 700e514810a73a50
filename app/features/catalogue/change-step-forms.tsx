import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ChangeData } from './change-documents.server.ts'

type NextStep = ChangeData['nextSteps'][number]
type Step = Exclude<NextStep['step'], 'APPLICATION'>

/** Steps beside the main one: folded until wanted, so that a screen has one main action. */
const asideSteps: readonly Step[] = ['RETURN', 'REJECTION', 'WITHDRAWAL']
/** What files a step takes; their content is asked, not their name. */
const accept = '.pdf,.png,.jpg,.jpeg,.ofd,.docx,.xlsx'

interface StepsProps {
  readonly of: ChangeData
  readonly mutationIds: Readonly<Record<string, string>>
  readonly today: string
  readonly result: FormResult | undefined
}

/** A form for each step that is the viewer's to take now; the application of a returned one has a form of its own. */
export function ChangeSteps({ of, mutationIds, today, result }: StepsProps) {
  const mine = of.nextSteps.filter((next): next is NextStep & { step: Step } => next.obstacle === null && next.step !== 'APPLICATION')
  const sorted = [...mine.filter(({ step }) => !asideSteps.includes(step)), ...mine.filter(({ step }) => asideSteps.includes(step))]
  return (
    <>
      {sorted.map((next) => (
        <StepSheet
          key={next.step}
          {...{ of, next, today }}
          mutationId={mutationIds[next.step]}
          result={result?.values['intent']?.[0] === next.step ? result : undefined}
        />
      ))}
    </>
  )
}

interface StepProps {
  readonly of: ChangeData
  readonly next: NextStep & { readonly step: Step }
  readonly mutationId: string | undefined
  readonly today: string
  readonly result: FormResult | undefined
}

function StepSheet(props: StepProps) {
  const t = useText('catalogueChanges')
  const { step, basis } = props.next
  const words = (
    <p className="small mute mb-3">
      {t(`stepText.${step}`)} {basis && t('change.dueBasis', { basis })}
    </p>
  )
  if (!asideSteps.includes(step)) {
    return (
      <Sheet title={t(`step.${step}`)} id={anchorOf(step)}>
        {words}
        <StepForm {...props} />
      </Sheet>
    )
  }
  return (
    <div id={anchorOf(step)} className="mb-4">
      <Reasons summary={t(`step.${step}`)} isOpen={props.result !== undefined}>
        {words}
        <StepForm {...props} />
      </Reasons>
    </div>
  )
}

function StepForm({ of, next: { step, isDocumentRequired }, mutationId, today, result }: StepProps) {
  const t = useText('catalogueChanges')
  const lastOn = of.steps.at(-1)?.onDay
  const form = useFormState({
    result,
    labels: {
      onDay: t('fields.onDay'),
      opinion: t('fields.opinion'),
      documentNo: t('fields.documentNo'),
      effectiveOn: t('fields.effectiveOn'),
      attachment: t('fields.attachment'),
    },
    defaults: { onDay: today, effectiveOn: today },
  })
  const isWithdrawal = step === 'WITHDRAWAL'
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles={!isWithdrawal}>
      <input type="hidden" name="version" value={of.version} />
      <DateField {...form.field('onDay')} min={lastOn} max={today} />
      {!isWithdrawal && <TextField {...form.field('documentNo')} isOptional={!isDocumentRequired} />}
      {step === 'PUBLICATION' && <DateField {...form.field('effectiveOn')} min={today} />}
      <TextAreaField {...form.field('opinion')} rows={3} />
      {!isWithdrawal && <FileField {...form.field('attachment')} accept={accept} isOptional />}
      <SubmitButton name="intent" value={step} look={lookOf(step)}>
        {t(`submit.${step}`)}
      </SubmitButton>
    </FormFrame>
  )
}

const lookOf = (step: Step) => (step === 'REJECTION' ? 'danger' : asideSteps.includes(step) ? 'ghost' : undefined)
const anchorOf = (step: Step) => step.toLowerCase()

/** What it waits for: a link to what is the viewer's, a sentence for what is somebody else's. */
export function ChangeWaiting({ of }: { readonly of: ChangeData }) {
  const t = useText('catalogueChanges')
  return (
    <Sheet title={t('change.next')}>
      {of.nextSteps.length === 0 && <p className="mute">{t('change.nothingNext')}</p>}
      <ul>
        {of.nextSteps.map(({ step, obstacle, by }) => (
          <li key={step} className="mb-2">
            {obstacle === null ? <a href={`#${step.toLowerCase()}`}>{t(`step.${step}`)}</a> : t(`step.${step}`)}
            {obstacle !== null && (
              <div className="small mute">
                {t('change.waitsFor', { by: t.optional(`by.${by}`) ?? by })} · {t.optional(`obstacle.${obstacle}`) ?? obstacle}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
