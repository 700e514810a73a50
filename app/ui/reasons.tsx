import type { ReactNode } from 'react'

/** Opens to why: every grade, bar, refusal and rank has one. */
export function Reasons({
  summary,
  children,
  isOpen = false,
}: {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly isOpen?: boolean
}) {
  return (
    <details className="reasons" open={isOpen}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
