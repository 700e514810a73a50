import { useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { unlockKey } from './make-keys.ts'
import { canSeal } from './seal-in-browser.ts'

/** Unlocks the one key in this browser and hands over the key alone. Without scripts there is the field for a key unlocked elsewhere. */
export function UnlockKeyForm({
  wrapped,
  mutationId,
  result,
}: {
  readonly wrapped: string
  readonly mutationId: string
  readonly result: FormResult | undefined
}) {
  const t = useText('sealing')
  const submit = useSubmit()
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(canSeal()), [])
  const [problem, setProblem] = useState<FormResult>()
  const [isUnlocking, setIsUnlocking] = useState(false)
  const form = useFormState({ result: problem ?? result, labels: { passphrase: t('keys.passphrase') } })
  if (!isReady) return null

  const unlock = async (data: FormData) => {
    setIsUnlocking(true)
    // Long enough for the page to say so before the unlocking holds it up.
    await new Promise((done) => setTimeout(done, 50))
    const passphrase = data.get('passphrase')
    const identity = await unlockKey(typeof passphrase === 'string' ? passphrase : '', wrapped)
    setIsUnlocking(false)
    if (identity === null) setProblem({ values: {}, errors: { passphrase: [t('keys.wrongPassphrase')] } })
    else submit({ intent: 'release', identity, clientMutationId: mutationId }, { method: 'post' })
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isUnlocking) void unlock(new FormData(event.currentTarget))
  }
  return (
    <form noValidate className="form" onSubmit={onSubmit}>
      <ErrorSummary form={form} />
      <TextField {...form.field('passphrase')} type="password" autoComplete="off" />
      <p>
        <Button type="submit" look="danger" aria-disabled={isUnlocking || undefined}>
          {t('keys.releaseButton')}
        </Button>
      </p>
      <p role="status" className="small">
        {isUnlocking ? t('keys.unlocking') : ''}
      </p>
    </form>
  )
}
