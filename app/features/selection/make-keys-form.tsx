import { useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { keyFormLimits, makeKeys } from './make-keys.ts'
import { canSeal } from './seal-in-browser.ts'

const { keys: most, passphraseCharacters: least } = keyFormLimits
const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** Makes keys in this browser and sends them locked. There is no form without scripts: a passphrase must have no way to the server. */
export function MakeKeysForm({ mutationId, result }: { readonly mutationId: string; readonly result: FormResult | undefined }) {
  const t = useText('sealing')
  const submit = useSubmit()
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(canSeal()), [])
  const [problem, setProblem] = useState<FormResult>()
  const [making, setMaking] = useState<{ readonly n: number; readonly count: number }>()
  const labels = { count: t('keys.count'), passphrase: t('keys.passphrase'), again: t('keys.passphraseAgain') }
  const form = useFormState({ result: problem ?? result, labels, defaults: { count: 10 } })
  if (!isReady) return null

  const make = async (data: FormData) => {
    const count = Number(textOf(data, 'count'))
    const passphrase = textOf(data, 'passphrase')
    const errors = {
      ...(Number.isInteger(count) && count >= 1 && count <= most ? {} : { count: [t('keys.countInvalid', { most })] }),
      ...(passphrase.length < least ? { passphrase: [t('keys.tooShort', { least })] } : {}),
      ...(passphrase === textOf(data, 'again') ? {} : { again: [t('keys.notSame')] }),
    }
    const values = { count: [textOf(data, 'count')] }
    if (Object.keys(errors).length > 0) {
      setProblem({ values, errors })
      return
    }
    try {
      const keys = await makeKeys(passphrase, count, (n) => setMaking({ n, count }))
      setProblem(undefined)
      submit({ keys: JSON.stringify(keys), clientMutationId: mutationId }, { method: 'post' })
    } catch {
      setProblem({ values, errors: { '': [t('keys.generatingFailed')] } })
    } finally {
      setMaking(undefined)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!making) void make(new FormData(event.currentTarget))
  }
  return (
    <form noValidate className="form" onSubmit={onSubmit}>
      <ErrorSummary form={form} />
      <TextField {...form.field('count')} width="number" inputMode="numeric" hint={t('keys.countHint', { most })} />
      <TextField {...form.field('passphrase')} type="password" autoComplete="new-password" hint={t('keys.passphraseHint', { least })} />
      <TextField {...form.field('again')} type="password" autoComplete="new-password" />
      <p>
        <Button type="submit" aria-disabled={making ? true : undefined}>
          {t('keys.generate')}
        </Button>
      </p>
      <p role="status" className="small">
        {making ? t('keys.generating', making) : ''}
      </p>
    </form>
  )
}
