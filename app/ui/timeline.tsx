import type { ReactNode } from 'react'

export interface TimelineEntry {
  readonly key: string
  readonly when: ReactNode
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** done: happened; current: waited for now; ahead: still to come. */
  readonly state?: 'done' | 'current' | 'ahead'
}

/** What happened, in order; steps still to come may follow. */
export function Timeline({ entries, label }: { readonly entries: readonly TimelineEntry[]; readonly label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map(({ key, when, title, detail, state = 'done' }) => (
        <li key={key} className={`timeline-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <div className="timeline-when">{when}</div>
          <div>
            <div className="timeline-title">{title}</div>
            {detail && <div className="small mute">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
