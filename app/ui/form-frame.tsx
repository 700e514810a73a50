import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormProblems } from '#app/form-state.ts'
import { ErrorSummary } from './error-summary.tsx'

/**
 * A POST form: the error summary on top, the mutation id inside. The server validates, so the browser doesn't
 * (its bubbles speak another language and vanish); without scripts all of it works the same.
 */
export function FormFrame({
  form,
  mutationId,
  action,
  hasFiles = false,
  children,
}: {
  readonly form: FormProblems
  /** From newMutationId() in the loader. */
  readonly mutationId?: string
  readonly action?: string
  readonly hasFiles?: boolean
  readonly children: ReactNode
}) {
  // The same attempt keeps its id, however often it has to be corrected.
  const id = form.result?.values['clientMutationId']?.[0] ?? mutationId
  return (
    <Form method="post" action={action} encType={hasFiles ? 'multipart/form-data' : undefined} noValidate className="form">
      <ErrorSummary form={form} />
      {id && <input type="hidden" name="clientMutationId" value={id} />}
      {children}
    </Form>
  )
}
