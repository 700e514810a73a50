import { useText } from '#app/page-context.tsx'
import { Day } from '#app/ui/day.tsx'
import type { TimelineEntry } from '#app/ui/timeline.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { ListEntryData } from './documents.server.ts'

/** How an entry came about and when it ends: public facts only. */
export function EntryTimeline({ of }: { readonly of: ListEntryData }) {
  const t = useText('listings')
  const entry = (key: string, on: string | null, title: string, state: TimelineEntry['state'] = 'done'): TimelineEntry[] =>
    on === null ? [] : [{ key, when: <Day on={on} />, title, state }]
  const entries = [
    ...entry('notice', of.noticeServedOn, t('entry.noticeServed')),
    ...entry('defence', of.defenceFiledOn, t('entry.defenceFiled')),
    ...entry('decided', of.decidedOn, t('entry.decided'), of.mark === 'PUBLISHED' ? 'current' : 'done'),
    ...entry('repair', of.earliestRepairOn, t('entry.repairFrom'), 'ahead'),
    ...entry('end', of.untilOn, t('entry.ends'), of.mark === 'EXPIRED' ? 'done' : 'ahead'),
  ]
  return <Timeline label={t('entry.timeline')} entries={entries} />
}
