import { useState } from 'react'
import type { FieldState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useIsScripted } from '#app/ui/use-is-scripted.ts'

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The fingerprint of a contribution to the draw. The contribution itself never leaves the bidder before closing: it is made here in the
 * browser, or by the bidder's own means where no scripts run.
 */
export function ContributionField(field: FieldState) {
  const t = useText('selection')
  const isScripted = useIsScripted()
  const [made, setMade] = useState<{ readonly text: string; readonly hash: string } | null>(null)
  const make = async () => {
    const text = toHex(crypto.getRandomValues(new Uint8Array(32)))
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    setMade({ text, hash: toHex(new Uint8Array(digest)) })
  }
  return (
    <>
      <TextField
        {...field}
        value={made?.hash ?? field.value}
        hint={t('signUp.contributionHint')}
        maxLength={64}
        spellCheck={false}
        isOptional
      />
      {isScripted && isSecureContext && (
        <p className="mb-4">
          <button type="button" className="btn btn-ghost btn-small" onClick={() => void make()}>
            {t('signUp.contributionMake')}
          </button>{' '}
          <output className="code break-all">{made && t('signUp.contributionKeep', { text: made.text })}</output>
        </p>
      )}
    </>
  )
}
