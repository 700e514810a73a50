import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import type { StepAhead } from '#app/features/procedures/procedure-timeline.tsx'
import { useText } from '#app/page-context.tsx'
import type { CaseData } from './documents.server.ts'

/** What happened in a case, and the days it waits for. */
export function CaseTimeline({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  const isHeard = of.state === 'NOTICED' || of.state === 'DEFENCE_FILED'
  const hearingOn = of.hearing?.state === 'SCHEDULED' ? of.hearing.scheduledFor && shanghaiDayOf(new Date(of.hearing.scheduledFor)) : null
  const days: readonly (readonly [boolean, string | null, string])[] = [
    [of.state === 'INVESTIGATING', of.investigationDueOn, t('procedure.investigationDue')],
    [of.state === 'NOTICED', of.defenceDueOn, t('procedure.defenceDue')],
    [isHeard, hearingOn, t('procedure.hearingOn')],
    [of.state.startsWith('DECIDED'), of.appealDueOn, t('procedure.appealDue')],
  ]
  const ahead = days.flatMap(([isOpen, on, title]): StepAhead[] =>
    isOpen && on !== null ? [{ key: title, on, title, isCurrent: true }] : [],
  )
  return <ProcedureTimeline steps={of.steps} ahead={ahead} />
}
