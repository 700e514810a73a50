import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

/** Where one is in a task of several pages. Steps done may be links back; where steps can be taken in any order, say which are done and all link. */
export function Stepper({
  steps,
  current,
}: {
  readonly steps: readonly { readonly label: string; readonly to?: string; readonly isDone?: boolean }[]
  readonly current: number
}) {
  const t = useText('common')
  return (
    <nav aria-label={t('steps', { step: current + 1, count: steps.length })}>
      <ol className="stepper">
        {steps.map(({ label, to, isDone: isToldDone }, index) => {
          const isDone = isToldDone ?? index < current
          const isLink = index !== current && (isDone || isToldDone !== undefined)
          const content = (
            <>
              {index + 1} {label}{' '}
              {isDone && (
                <span aria-label={t('stepDone')} role="img">
                  ✓
                </span>
              )}
            </>
          )
          return (
            <li key={label} className={isDone ? 'stepper-done' : undefined} aria-current={index === current ? 'step' : undefined}>
              {isLink && to ? <Link to={to}>{content}</Link> : content}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
