import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

/** Where one is in a task of several pages. Steps done may be links back. */
export function Stepper({
  steps,
  current,
}: {
  readonly steps: readonly { readonly label: string; readonly to?: string }[]
  readonly current: number
}) {
  const t = useText('common')
  return (
    <nav aria-label={t('steps', { step: current + 1, count: steps.length })}>
      <ol className="stepper">
        {steps.map(({ label, to }, index) => {
          const isDone = index < current
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
              {isDone && to ? <Link to={to}>{content}</Link> : content}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
