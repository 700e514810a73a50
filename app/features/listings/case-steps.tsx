import type { CaseStep } from '#domain/listings/next-steps.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CaseStepForm } from './case-step-form.tsx'
import type { CaseData } from './documents.server.ts'
import type { OfferedViolation } from './step-frame.tsx'

/** Steps beside the main one: folded until wanted, so that a screen has one main action. */
const asideSteps: readonly CaseStep[] = [
  ...(['ADD_RECORD', 'ADD_EVIDENCE', 'JOIN_PARTY', 'EXTEND_INVESTIGATION', 'CLOSE_WITHOUT_FINDING'] as const),
  ...(['WAIVE_DEFENCE', 'REQUEST_HEARING', 'REFUSE_HEARING', 'WAIVE_HEARING', 'ORDER_SUSPENSION', 'LIFT_SUSPENSION'] as const),
]

/** A form for each step that is the viewer's to take now. */
export function CaseSteps({
  of,
  mutationIds,
  violations,
  result,
}: {
  readonly of: CaseData
  readonly violations: readonly OfferedViolation[]
  readonly mutationIds: Readonly<Record<string, string>>
  readonly result: FormResult | undefined
}) {
  const t = useText('listings')
  const mine = of.nextSteps.flatMap(({ step, obstacle }) => (obstacle === null ? [step] : []))
  const form = (step: CaseStep) => {
    const answer = result?.values['intent']?.[0] === step ? result : undefined
    const words = (
      <p className="small mute mb-3">
        {t(`step.${step}.text`, { defenceDueOn: of.defenceDueOn ?? '', investigationDueOn: of.investigationDueOn ?? '' })}
      </p>
    )
    const fields = <CaseStepForm step={step} of={of} mutationId={mutationIds[step]} result={answer} violations={violations} />
    return asideSteps.includes(step) ? (
      <div key={step} id={anchorOf(step)} className="mb-4">
        <Reasons summary={t(`step.${step}.title`)} isOpen={answer !== undefined}>
          {words}
          {fields}
        </Reasons>
      </div>
    ) : (
      <Sheet key={step} title={t(`step.${step}.title`)} id={anchorOf(step)}>
        {words}
        {fields}
      </Sheet>
    )
  }
  return (
    <>
      {mine.filter((step) => !asideSteps.includes(step)).map(form)}
      {mine.filter((step) => asideSteps.includes(step)).map(form)}
    </>
  )
}

/** What the case waits for: a link to what is the viewer's, a sentence for what is somebody else's. */
export function CaseWaiting({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  // What stands beside the main line concerns only those who may do it.
  const steps = of.nextSteps.filter(({ step, obstacle }) => obstacle === null || !asideSteps.includes(step))
  return (
    <Sheet title={t('case.steps')}>
      {of.nextSteps.length === 0 && <p className="mute">{t('case.noSteps')}</p>}
      <ul>
        {steps.map(({ step, obstacle, facts }) => (
          <li key={step} className="mb-2">
            {obstacle === null ? <a href={`#${anchorOf(step)}`}>{t(`step.${step}.title`)}</a> : t(`step.${step}.title`)}
            {obstacle !== null && <div className="small mute">{obstacleText(t, obstacle, facts)}</div>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const anchorOf = (step: CaseStep) => step.toLowerCase().replaceAll('_', '-')

type Text = ReturnType<typeof useText<'listings'>>

function obstacleText(t: Text, code: string, facts: unknown): string {
  const { roles = [], ...known } = facts as Readonly<Record<string, unknown>> & { readonly roles?: readonly string[] }
  const names = roles.map((role) => t.optional(`role.${role}`) ?? role).join('、')
  const words = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, String(value)]))
  return t.optional(`obstacle.${code}`, { ...words, roles: names }) ?? code
}
