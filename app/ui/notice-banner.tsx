import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'

/** Says what holds for the page, or what just happened. `isResult` reads it out after an action. */
export function NoticeBanner({
  tone = 'brand',
  title,
  children,
  action,
  isResult = false,
}: {
  readonly tone?: Tone
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly isResult?: boolean
}) {
  return (
    <div className={`notice notice-${tone}`} role={isResult ? (tone === 'seal' ? 'alert' : 'status') : undefined}>
      <div>
        <p className="notice-title">{title}</p>
        {children}
      </div>
      {action}
    </div>
  )
}
