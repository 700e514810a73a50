import type { ReactNode } from 'react'

/** The page's only h1, with a line under it and its actions. */
export function PageHeading({
  title,
  lead,
  actions,
  aside,
}: {
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly aside?: ReactNode
}) {
  return (
    <div className="page-heading">
      <div>
        <h1>{title}</h1>
        {lead && <div className="lead">{lead}</div>}
        {actions && <div className="actions">{actions}</div>}
      </div>
      {aside && <div className="page-heading-aside">{aside}</div>}
    </div>
  )
}
