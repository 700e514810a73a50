import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { useMemo, useState } from 'react'
import type { FormEvent } from 'react'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { quoteText } from '#domain/selection/quote.ts'
import { isOfOwnTool } from './own-tool-form.tsx'
import type { QuoteDesk } from './quote-documents.server.ts'
import { QuoteFields, useQuoteLabels } from './quote-fields.tsx'
import { readTypedQuote } from './read-typed-quote.ts'
import { randomHexInBrowser, sealInBrowser } from './seal-in-browser.ts'
import { typedErrors } from './typed-errors.ts'

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** Seals in this browser. The fields have no way to the server: only the ciphertext is sent, and where sealing fails nothing is. */
export function SealedQuoteForm({
  desk,
  mutationId,
  result,
}: {
  readonly desk: QuoteDesk
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('sealing')
  const submit = useSubmit()
  const navigation = useNavigation()
  const [isSealing, setIsSealing] = useState(false)
  const [typed, setTyped] = useState<FormResult>()
  // What the server refused concerns the whole: it never saw the fields.
  const answer = useMemo(
    () =>
      result && !isOfOwnTool(result) ? { values: typed?.values ?? {}, errors: { '': Object.values(result.errors).flat() } } : undefined,
    [result, typed],
  )
  const hasOwnProblem = typed !== undefined && Object.keys(typed.errors).length > 0
  const form = useFormState({ result: hasOwnProblem ? typed : (answer ?? typed), labels: useQuoteLabels() })
  const isBusy = isSealing || navigation.state !== 'idle'

  const sealAndSend = async (data: FormData) => {
    const { selectionNumber: selection, uscc, ceilingFen, maxWorkingDays } = desk
    const fields = { fee: textOf(data, 'fee'), workingDays: textOf(data, 'workingDays'), plan: textOf(data, 'plan') }
    const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))
    const read = readTypedQuote(fields, { selection, uscc, ceilingFen, maxWorkingDays })
    if (!read.ok) {
      setTyped({ values, errors: typedErrors(read.refusal.problems, t) })
      return
    }
    setIsSealing(true)
    try {
      const ciphertext = await sealInBrowser(quoteText(read.value, randomHexInBrowser), desk)
      setTyped({ values, errors: {} })
      submit({ ciphertext, clientMutationId: mutationId }, { method: 'post' })
    } catch {
      setTyped({ values, errors: { '': [t('sealingFailed')] } })
    } finally {
      setIsSealing(false)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isBusy) void sealAndSend(new FormData(event.currentTarget))
  }
  return (
    <Form method="post" noValidate className="form" onSubmit={onSubmit}>
      <ErrorSummary form={form} />
      <QuoteFields desk={desk} form={form} />
      <p className="hint">{t('sealedHere')}</p>
      <p>
        <Button type="submit" aria-disabled={isBusy || undefined}>
          {t('sealAndSend')}
        </Button>
      </p>
      <p role="status" className="small">
        {isSealing ? t('sealing') : ''}
      </p>
    </Form>
  )
}
