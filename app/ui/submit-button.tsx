import { useNavigation } from '@remix-run/react'
import type { MouseEvent, ReactNode } from 'react'
import { useText } from '#app/page-context.tsx'
import type { ButtonLook } from './button.tsx'
import { buttonClass } from './button.tsx'

/** Sends its form once: while it is under way further clicks do nothing. Without scripts the mutation id does the same on the server. */
export function SubmitButton({
  children,
  name,
  value,
  look,
  isSmall,
}: ButtonLook & { readonly children: ReactNode; readonly name?: string; readonly value?: string }) {
  const t = useText('common')
  const navigation = useNavigation()
  const isSending = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const ignoreWhileSending = (event: MouseEvent) => {
    if (isSending) event.preventDefault()
  }
  return (
    <>
      <button
        type="submit"
        name={name}
        value={value}
        className={buttonClass({ look, isSmall })}
        aria-disabled={isSending || undefined}
        onClick={ignoreWhileSending}
      >
        {children}
      </button>
      <span role="status" className="sr-only">
        {isSending ? t('sending') : ''}
      </span>
    </>
  )
}
