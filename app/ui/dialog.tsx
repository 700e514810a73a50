import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { useText } from '#app/page-context.tsx'
import { Button } from './button.tsx'
import type { ButtonLook } from './button.tsx'
import { useIsScripted } from './use-is-scripted.ts'

/**
 * A native modal dialog and the control that opens it. Without scripts the control is a link to `fallbackTo`, a page that asks the same.
 * In elder mode there are no pop-ups: the link is used there too.
 */
export function Dialog({
  openLabel,
  title,
  fallbackTo,
  children,
  look = 'ghost',
}: ButtonLook & {
  readonly openLabel: string
  readonly title: string
  readonly fallbackTo: string
  readonly children: ReactNode
}) {
  const t = useText('common')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const isScripted = useIsScripted()
  if (!isScripted)
    return (
      <a href={fallbackTo} className={`btn btn-${look}`}>
        {openLabel}
      </a>
    )
  return (
    <>
      <Button look={look} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {openLabel}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
        <form method="dialog">
          <Button type="submit" look="ghost">
            {t('close')}
          </Button>
        </form>
      </dialog>
    </>
  )
}
