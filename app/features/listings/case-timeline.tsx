import { useText } from '#app/page-context.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import type { TimelineEntry } from '#app/ui/timeline.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { CaseData } from './documents.server.ts'

/** What happened in a case, and the deadline it waits for. */
export function CaseTimeline({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  const happened = (key: string, at: string | null, title: string): (TimelineEntry & { readonly at: string })[] =>
    at === null ? [] : [{ key, at, when: <Instant at={at} />, title }]
  const decisionNumber = of.decisionNumber ?? ''
  const entries = [
    ...happened('reported', of.reportedAt, t('case.at.reported')),
    ...happened('investigating', of.investigationStartedAt, t('case.at.investigating')),
    ...of.suspensions.flatMap(({ orderedAt, untilOn }) =>
      happened(`suspended ${orderedAt}`, orderedAt, t('case.at.suspended', { until: untilOn })),
    ),
    ...happened('noticed', of.noticeServedAt, t('case.at.noticed', { number: of.noticeNumber ?? '' })),
    ...happened('waived', of.defenceWaivedAt, t('case.at.waived')),
    ...happened('defended', of.defenceFiledAt, t('case.at.defended')),
    ...happened(
      'decided',
      of.decidedAt,
      t(of.state === 'DECIDED_LISTED' ? 'case.at.listed' : 'case.at.notListed', { number: decisionNumber }),
    ),
    ...happened('closed', of.closedAt, t('case.at.closed')),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  const waiting: TimelineEntry[] =
    of.state === 'NOTICED' && of.defenceDueOn !== null
      ? [{ key: 'due', when: <Day on={of.defenceDueOn} />, title: t('case.at.defenceDue'), state: 'current' }]
      : []
  return <Timeline label={t('case.timeline')} entries={[...entries, ...waiting]} />
}
