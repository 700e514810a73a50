import type { ReactNode } from 'react'
import type { CaseStep } from '#domain/listings/next-steps.ts'
import type { FormResult, FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { CaseData } from './documents.server.ts'

/** A violation as a form offers it. */
export interface OfferedViolation {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
}

export interface StepFormProps {
  readonly of: CaseData
  readonly mutationId: string | undefined
  /** The answer of the action, when it was about this step. */
  readonly result: FormResult | undefined
  /** Of the catalogue, where a step needs it. */
  readonly violations: readonly OfferedViolation[]
}

/** The frame of every step of a case: the version that was looked at, and one button that says what it does. */
export function StepFrame<Name extends string>({
  step,
  form,
  of,
  mutationId,
  look,
  hasFiles,
  children,
}: Omit<StepFormProps, 'result' | 'violations'> & {
  readonly step: CaseStep
  readonly form: FormState<Name>
  readonly look?: 'primary' | 'ghost' | 'danger'
  readonly hasFiles?: boolean
  readonly children?: ReactNode
}) {
  const t = useText('listings')
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles={hasFiles}>
      <input type="hidden" name="version" value={of.version} />
      {children}
      <SubmitButton name="intent" value={step} look={look}>
        {t(`step.${step}.submit`)}
      </SubmitButton>
    </FormFrame>
  )
}
