import { useText } from '#app/page-context.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { SelectionData } from './documents.server.ts'
import { EventTimeline } from './event-timeline.tsx'
import { SelectionTimes } from './selection-times.tsx'

/** How far a selection has come: its times, once it is announced, and what happened, as far as the reader may know it. */
export function SelectionCourse({ of, now }: { readonly of: SelectionData; readonly now: string }) {
  const t = useText('selection')
  return (
    <>
      {of.announcedAt && (
        <Sheet title={t('detail.periods')}>
          <SelectionTimes of={of} now={now} />
        </Sheet>
      )}
      <Sheet title={t('detail.progress')}>
        <EventTimeline events={of.events} />
      </Sheet>
    </>
  )
}
