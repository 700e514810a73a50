import type { FormResult } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CaseStepForm } from './case-step-form.tsx'
import type { CaseData } from './documents.server.ts'

/** The lawful next steps: a form for what is the viewer's to do, a sentence for what is somebody else's. */
export function CaseSteps({
  of,
  mutationIds,
  result,
}: {
  readonly of: CaseData
  readonly mutationIds: Readonly<Record<string, string>>
  readonly result: FormResult | undefined
}) {
  const t = useText('listings')
  const mine = of.nextSteps.filter(({ obstacle }) => obstacle === null)
  const others = of.nextSteps.filter(({ obstacle }) => obstacle !== null)
  return (
    <>
      {of.nextSteps.length === 0 && (
        <Sheet title={t('case.steps')}>
          <p className="mute">{t('case.noSteps')}</p>
        </Sheet>
      )}
      {mine.map(({ step }) => (
        <Sheet key={step} title={t(`step.${step}.title`)} id={step.toLowerCase().replaceAll('_', '-')}>
          <p className="small mute">{t(`step.${step}.text`, { defenceDueOn: of.defenceDueOn ?? '' })}</p>
          <CaseStepForm
            step={step}
            of={of}
            mutationId={mutationIds[step]}
            result={result?.values['intent']?.[0] === step ? result : undefined}
          />
        </Sheet>
      ))}
      {others.length > 0 && (
        <Sheet title={t('case.notYours')}>
          <ul>
            {others.map(({ step, obstacle, facts }) => (
              <li key={step} className="mb-2">
                <b>{t(`step.${step}.title`)}</b>
                <div className="small">{obstacleText(t, obstacle ?? '', facts)}</div>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}

type Text = ReturnType<typeof useText<'listings'>>

function obstacleText(t: Text, code: string, facts: unknown): string {
  const { roles = [], defenceDueOn = '' } = facts as { readonly roles?: readonly string[]; readonly defenceDueOn?: string }
  const names = roles.map((role) => t.optional(`role.${role}`) ?? role).join('、')
  return t.optional(`obstacle.${code}`, { roles: names, defenceDueOn }) ?? code
}
