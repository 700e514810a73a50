import type { SelectionEventKind } from '#domain/selection/selection-event.ts'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { TimelineEntry } from '#app/ui/timeline.tsx'

interface Event {
  readonly kind: SelectionEventKind
  readonly at: string
  readonly isPublic: boolean
}

/** What happened in a selection, in order; many sign-ups in a row are one line. `next` is what it waits for. */
export function EventTimeline({ events, next = [] }: { readonly events: readonly Event[]; readonly next?: readonly TimelineEntry[] }) {
  const t = useText('selection')
  const entries = foldRepeated(events).map(({ kind, at, isPublic, count }, index) => ({
    key: `${index}`,
    when: <Instant at={at} />,
    title: count > 1 ? `${t(`event.${kind}`)} × ${count}` : t(`event.${kind}`),
    detail: isPublic ? undefined : t('supervise.inner'),
  }))
  return <Timeline label={t('detail.progress')} entries={[...entries, ...next]} />
}

/** Equal events in a row as one, at the time of the first. */
function foldRepeated(events: readonly Event[]): readonly (Event & { readonly count: number })[] {
  const folded: (Event & { count: number })[] = []
  for (const event of events) {
    const last = folded.at(-1)
    if (last?.kind === event.kind && last.isPublic === event.isPublic) last.count += 1
    else folded.push({ ...event, count: 1 })
  }
  return folded
}
