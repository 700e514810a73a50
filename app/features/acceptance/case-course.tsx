import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import type { StepAhead } from '#app/features/procedures/procedure-timeline.tsx'
import { useText } from '#app/page-context.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CaseData } from './documents.server.ts'

type Shown = Pick<CaseData, 'state' | 'steps' | 'noticeLastOn' | 'decisionDueOn' | 'commitments' | 'timeLimit' | 'pauses'>

/** The course of a case: what happened, and what everyone waits for, each with its day. */
export function CaseCourse({ of }: { readonly of: Shown }) {
  const t = useText('intake')
  const { state, noticeLastOn, decisionDueOn, timeLimit, pauses } = of
  const pausedUntil = timeLimit?.isPaused ? pauses.at(-1)?.untilOn : null
  const promises = of.commitments
    .filter((one) => one.state === 'PENDING')
    .map(({ number, dueOn }): StepAhead => ({ key: number, on: dueOn, title: t('course.supplementBy', { number }) }))
  const ahead: StepAhead[] = [
    ...(state === 'FILED' && noticeLastOn ? [{ key: 'notice', on: noticeLastOn, title: t('course.noticeBy'), isCurrent: true }] : []),
    ...(pausedUntil ? [{ key: 'pause', on: pausedUntil, title: t('course.pausedUntil'), isCurrent: true }] : []),
    ...(state === 'ACCEPTED' ? promises : []),
    ...(state === 'ACCEPTED' && decisionDueOn ? [{ key: 'decide', on: decisionDueOn, title: t('course.decideBy') }] : []),
  ]
  return (
    <Sheet title={t('course.title')}>
      <ProcedureTimeline steps={of.steps} ahead={ahead} />
    </Sheet>
  )
}
