import type { ReactNode } from 'react'
import type { RemedyStep } from '#domain/remedies/next-remedy-steps.ts'
import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { openStepOf } from './step-frame.tsx'

/** A next step as the API gives it. */
export interface ShownRemedyStep {
  readonly step: RemedyStep
  readonly obstacle: string | null
  readonly facts: unknown
}

/** Beside the main step: folded until wanted, so that a screen has one main action. */
const asideSteps: readonly RemedyStep[] = ['WITHDRAW', 'REFUSE_ADMISSION', 'ASK_SOURCE']

/** The forms of the steps that are the viewer's now; for the others, why they are not. */
export function RemedySteps({
  steps,
  formOf,
  result,
}: {
  readonly steps: readonly ShownRemedyStep[]
  readonly formOf: (step: RemedyStep) => ReactNode
  readonly result: FormResult | undefined
}) {
  const t = useText('remedies')
  const mine = steps.filter(({ obstacle }) => obstacle === null)
  const others = steps.filter(({ step, obstacle }) => obstacle !== null && obstacle !== 'ROLE_REQUIRED' && !asideSteps.includes(step))
  return (
    <>
      {mine
        .filter(({ step }) => !asideSteps.includes(step))
        .map(({ step }) => (
          <Sheet key={step} title={t(`step.${step}.title`)}>
            {formOf(step)}
          </Sheet>
        ))}
      {mine
        .filter(({ step }) => asideSteps.includes(step))
        .map(({ step }) => (
          <div key={step} className="mb-4">
            <Reasons summary={t(`step.${step}.title`)} isOpen={openStepOf(result) === step}>
              {formOf(step)}
            </Reasons>
          </div>
        ))}
      {others.length > 0 && (
        <Sheet title={t('step.title')}>
          {others.map(({ step, obstacle, facts }) => (
            <p key={step}>
              {t(`step.${step}.title`)}：{t('step.notYours')} {t.optional(`refusal.${obstacle ?? ''}`, placeholdersOf(facts)) ?? obstacle}
            </p>
          ))}
        </Sheet>
      )}
    </>
  )
}

/** The facts of an obstacle as its sentence takes them. */
export function placeholdersOf(facts: unknown): Record<string, string> {
  if (facts === null || typeof facts !== 'object') return {}
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
}
