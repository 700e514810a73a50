import { useText } from '#app/page-context.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import type { TimelineEntry } from '#app/ui/timeline.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { Values } from '#app/i18n/translate.ts'

/** A step as `ProcedureStep` of the API gives it. */
export interface ShownStep {
  readonly key: string
  readonly kind: string
  readonly at: string
  readonly facts: unknown
  readonly actor: string | null
}

/** A deadline the procedure waits for. */
export interface StepAhead {
  readonly key: string
  readonly on: string
  readonly title: string
  /** True: this is what everyone waits for now. */
  readonly isCurrent?: boolean
}

/** 办理经过: the course of a procedure with what is still to come. A step without a sentence shows its kind: nothing is left out. */
export function ProcedureTimeline({ steps, ahead = [] }: { readonly steps: readonly ShownStep[]; readonly ahead?: readonly StepAhead[] }) {
  const t = useText('procedures')
  const taken = steps.map(({ key, kind, at, facts, actor }): TimelineEntry => ({
    key,
    when: <Instant at={at} />,
    title: t.optional(`step.${kind}`, placeholdersOf(facts)) ?? kind,
    detail: actor,
  }))
  const waiting = [...ahead]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ key, on, title, isCurrent }): TimelineEntry => ({ key, when: <Day on={on} />, title, state: isCurrent ? 'current' : 'ahead' }))
  return <Timeline label={t('timeline')} entries={[...taken, ...waiting]} />
}

function placeholdersOf(facts: unknown): Values {
  if (facts === null || typeof facts !== 'object') return {}
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]))
}
