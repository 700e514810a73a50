import type { ReactNode } from 'react'
import type { RemedyStep } from '#domain/remedies/next-remedy-steps.ts'
import type { FormResult, FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export interface StepProps {
  readonly version: number
  readonly mutationId: string | undefined
  /** The answer of the action, when it was about this step. */
  readonly result: FormResult | undefined
}

/** What the page of a remedy is given, whichever it is. */
export interface RemedyPageProps<Of> {
  readonly title: string
  readonly of: Of
  readonly mutationIds: Readonly<Record<string, string>>
  readonly result: FormResult | undefined
  readonly parent: { readonly to: string; readonly label: string }
}

/** The step whose form came back with errors. */
export const openStepOf = (result: FormResult | undefined): string | undefined => result?.values['intent']?.[0]

/** What the form of a step is given. */
export function stepPropsOf(
  { of, mutationIds, result }: Pick<RemedyPageProps<{ readonly version: number }>, 'of' | 'mutationIds' | 'result'>,
  step: RemedyStep,
): StepProps {
  return { version: of.version, mutationId: mutationIds[step], result: openStepOf(result) === step ? result : undefined }
}

/** The form of one step: each is a form of its own, so that a press does one thing. */
export function StepFrame<Name extends string>({
  step,
  form,
  version,
  mutationId,
  look,
  children,
}: Omit<StepProps, 'result'> & {
  readonly step: RemedyStep
  readonly form: FormState<Name>
  readonly look?: 'primary' | 'ghost' | 'danger'
  readonly children?: ReactNode
}) {
  const t = useText('remedies')
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <input type="hidden" name="version" value={version} />
      {children}
      <SubmitButton name="intent" value={step} look={look}>
        {t(`step.${step}.submit`)}
      </SubmitButton>
    </FormFrame>
  )
}
