import { useText } from '#app/page-context.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import type { TimelineEntry } from '#app/ui/timeline.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { EngagementRecordData } from './record-documents.server.ts'

interface Entry extends TimelineEntry {
  /** Sorts: an instant, or a day that is still to come. */
  readonly at: string
}

/** 进度: what happened, in order, then what is still to come. `after` are entries of others, such as the reviews. */
export function RecordTimeline({ of, after = [] }: { readonly of: EngagementRecordData; readonly after?: readonly TimelineEntry[] }) {
  const t = useText('contracts')
  const happened = useHappened(of).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return <Timeline label={t('progress.title')} entries={[...happened, ...useAhead(of), ...after]} />
}

function useHappened(of: EngagementRecordData): Entry[] {
  const t = useText('contracts')
  const entry = (key: string, at: string, title: string, detail?: string): Entry => ({ key, at, when: <Instant at={at} />, title, detail })
  const lateness = (days: number) => (days > 0 ? t('progress.late', { count: days }) : t('progress.inTime'))
  return [
    entry('chosen', of.chosenAt, t('progress.chosen')),
    ...of.contracts.flatMap(({ contractVersion: version, state, answeredAt }) =>
      answeredAt && state !== 'DECLINED' ? [entry(`contract ${version}`, answeredAt, t('progress.contractInForce', { version }))] : [],
    ),
    ...of.milestones.flatMap(({ sequence, title, doneAt, confirmedAt }) =>
      doneAt
        ? [
            entry(
              `milestone ${sequence}`,
              doneAt,
              t('progress.milestone', { title }),
              t(confirmedAt ? 'progress.milestoneConfirmed' : 'progress.milestoneDone'),
            ),
          ]
        : [],
    ),
    ...of.deliverables.flatMap(({ deliverableVersion: version, submittedAt, lateWorkingDays, state, answeredAt, ...one }) => [
      entry(`delivered ${version}`, submittedAt, t('progress.delivered', { version }), lateness(lateWorkingDays)),
      ...(answeredAt && state === 'RETURNED'
        ? [entry(`returned ${version}`, answeredAt, t('progress.returned', { version }), one.returnReasons ?? undefined)]
        : []),
      ...(answeredAt && state === 'ACCEPTED'
        ? [
            entry(
              `accepted ${version}`,
              answeredAt,
              t('progress.accepted', { version }),
              one.isAcceptedBySilence ? t('progress.acceptedBySilence') : undefined,
            ),
          ]
        : []),
    ]),
    ...of.disputes.map(({ number, raisedAt, raisedBySide, state }) =>
      entry(number, raisedAt, t('progress.dispute', { number, side: t(`side.${raisedBySide}`) }), t(`dispute.state.${state}`)),
    ),
    ...(of.terminatedAt && of.terminationCause
      ? [entry('ended', of.terminatedAt, t('progress.terminated', { cause: t(`termination.cause.${of.terminationCause}`) }))]
      : []),
  ]
}

function useAhead(of: EngagementRecordData): TimelineEntry[] {
  const t = useText('contracts')
  if (of.state !== 'ACTIVE') return []
  const { next, contracts } = of
  const isContracted = contracts.some(({ state }) => state === 'IN_FORCE')
  const proposed = contracts.find(({ state }) => state === 'PROPOSED')
  const ahead = (key: string, on: string, title: string, detail?: string, isNow = false): TimelineEntry => ({
    ...{ key, when: <Day on={on} />, title, detail },
    state: isNow ? 'current' : 'ahead',
  })
  const waiting =
    proposed && t('progress.contractProposed', { version: proposed.contractVersion, side: t(`side.${proposed.proposedBySide}`) })
  return [
    ...(isContracted ? [] : [ahead('to contract', next.contractDueOn, t('progress.toContract'), waiting, true)]),
    ...of.milestones
      .filter(({ doneAt }) => doneAt === null)
      .map(({ sequence, title, dueOn }) => ahead(`milestone ${sequence}`, dueOn, t('progress.milestone', { title }))),
    ahead(
      'to deliver',
      of.deliverDueOn,
      t('progress.toDeliver'),
      next.lateWorkingDays > 0 ? t('progress.lateNow', { count: next.lateWorkingDays }) : undefined,
      isContracted,
    ),
  ]
}
