import type { ReactNode } from 'react'
import type { FormResult, FormState } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { FormFrame } from '#app/ui/form-frame.tsx'
import type { EngagementRecordData, OpenStep } from './record-documents.server.ts'

/** What every part of the engagement's page gets. */
export interface StepPage {
  readonly record: EngagementRecordData
  readonly mutationIds: Readonly<Record<OpenStep, string>>
  /** The answer to the form that was sent last, if it was one of these. */
  readonly answer: { readonly intent: string; readonly result: FormResult } | undefined
}

/** Whether the step is lawful for the viewer now. */
export const isOpen = ({ record }: StepPage, step: OpenStep): boolean => record.next.steps.includes(step)

/** The form of one step: its labels, its errors, and the version that was looked at. */
export function StepForm<Name extends string>({
  page,
  step,
  labels,
  defaults,
  hasFiles,
  children,
}: {
  readonly page: StepPage
  readonly step: OpenStep
  readonly labels: Readonly<Record<Name, string>>
  readonly defaults?: Partial<Readonly<Record<Name, string | number>>>
  readonly hasFiles?: boolean
  readonly children: (form: FormState<Name>) => ReactNode
}) {
  const { record, mutationIds, answer } = page
  const form = useFormState<Name>({ result: answer?.intent === step ? answer.result : undefined, labels, defaults })
  return (
    <FormFrame form={form} mutationId={mutationIds[step]} hasFiles={hasFiles}>
      <input type="hidden" name="version" value={record.version} />
      <input type="hidden" name="intent" value={step} />
      {children(form)}
    </FormFrame>
  )
}
