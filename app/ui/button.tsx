import { Link } from '@remix-run/react'
import type { LinkProps } from '@remix-run/react'
import type { ButtonHTMLAttributes } from 'react'

/** One `primary` per screen; `danger` is for acts that bind someone; `small` fits table rows. */
export interface ButtonLook {
  readonly look?: 'primary' | 'ghost' | 'danger'
  readonly isSmall?: boolean
}

export const buttonClass = ({ look = 'primary', isSmall = false }: ButtonLook): string => `btn btn-${look}${isSmall ? ' btn-small' : ''}`

export function Button({ look, isSmall, type = 'button', ...rest }: ButtonLook & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className={buttonClass({ look, isSmall })} />
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function ButtonLink({ look, isSmall, ...rest }: ButtonLook & LinkProps) {
  return <Link {...rest} className={buttonClass({ look, isSmall })} />
}
