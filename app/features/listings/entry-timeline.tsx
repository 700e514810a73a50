import { useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { ListEntryData } from './list-documents.server.ts'

/** How an entry came about, what became of it, and when it ends: public facts only. */
export function EntryTimeline({ of }: { readonly of: ListEntryData }) {
  const t = useText('lists')
  const listings = useText('listings')
  const isHeld = of.mark === 'PUBLISHED' || of.mark === 'UNDER_APPEAL'
  const last = of.course.filter(({ isAhead }) => !isAhead).at(-1)
  const entries = of.course.map((line) => ({
    key: `${line.kind} ${line.on}`,
    when: <Day on={line.on} />,
    title: t(`course.${line.kind}`),
    state: line.isAhead ? ('ahead' as const) : isHeld && line === last ? ('current' as const) : ('done' as const),
  }))
  return <Timeline label={listings('entry.timeline')} entries={entries} />
}
