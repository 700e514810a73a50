import { Form, Link } from '@remix-run/react'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { SimulationView } from './documents.server.ts'
import type { StepProps } from './rule-set-forms.tsx'

const grades = ['A', 'B', 'C', 'D', 'E', 'N'] as const
const round = (value: number): number => Math.round(value * 100) / 100

/** Starts a run, and says how far the last one is. */
export function SimulateForm({ of, result, mutationId, simulation }: StepProps & { readonly simulation: SimulationView | null }) {
  const t = useText('rating')
  const form = useFormState({ result, labels: {} })
  const isUnderWay = simulation !== null && (simulation.state === 'PENDING' || simulation.state === 'RUNNING')
  return (
    <Sheet title={t('editor.simulate')} id="simulation">
      <p>{t('editor.simulateLead')}</p>
      {isUnderWay && (
        <NoticeBanner
          title={
            simulation.subjectsTotal === null
              ? t('editor.waiting')
              : t('editor.simulating', { done: simulation.subjectsDone, total: simulation.subjectsTotal })
          }
        />
      )}
      {simulation?.state === 'FAILED' && <NoticeBanner tone="warn" title={t('editor.failed')} />}
      {simulation?.state === 'DONE' && !simulation.isCurrent && <NoticeBanner tone="warn" title={t('editor.outdated')} />}
      {!isUnderWay && (
        <FormFrame form={form} mutationId={mutationId}>
          <input type="hidden" name="rowVersion" value={of.rowVersion} />
          <SubmitButton name="intent" value="SIMULATE" look="ghost">
            {t('editor.simulateButton')}
          </SubmitButton>
        </FormFrame>
      )}
    </Sheet>
  )
}

/** Who would move where: a matrix of grades, the spread of differences, and the subjects one by one with reasons. */
export function SimulationResult({ of, wanted }: { readonly of: SimulationView; readonly wanted: Wanted }) {
  const t = useText('rating')
  const countOf = (before: string, after: string) => of.gradeMoves.find((one) => one.before === before && one.after === after)?.count ?? 0
  const present = grades.filter((grade) => of.gradeMoves.some(({ before, after }) => before === grade || after === grade))
  return (
    <Sheet title={t('simulation.title')}>
      <p>{t('simulation.lead', { asOf: of.asOf, subjects: of.subjectsDone, moved: of.moved })}</p>
      <DataTable
        caption={t('simulation.matrix')}
        columns={[
          { key: 'before', title: t('simulation.before'), cell: (before: string) => before },
          ...present.map((after) => ({
            key: after,
            title: after,
            isNumber: true,
            cell: (before: string) => {
              const count = countOf(before, after)
              if (count === 0) return ''
              return before === after ? count : <Link to={`?before=${before}&after=${after}#moves`}>{count}</Link>
            },
          })),
        ]}
        rows={present}
        rowKey={(grade) => grade}
        empty={t('simulation.none')}
      />
      <BarChart
        title={t('simulation.shifts')}
        valueTitle={t('simulation.count')}
        points={of.shifts.map(({ from, to, count }) => ({
          label: shiftLabel(from, to, t),
          value: count,
          text: String(count),
          isBad: to !== null && to <= 0,
        }))}
      />
      <Moves of={of} wanted={wanted} />
    </Sheet>
  )
}

export interface Wanted {
  readonly gradeBefore: string | null
  readonly gradeAfter: string | null
  readonly page: number
}

function Moves({ of, wanted }: { readonly of: SimulationView; readonly wanted: Wanted }) {
  const t = useText('rating')
  const lines = useText('intermediaries')
  const { total, moves } = of.moves
  const address = (page: number) =>
    `?${new URLSearchParams({ before: wanted.gradeBefore ?? '', after: wanted.gradeAfter ?? '', page: String(page) })}#moves`
  const wordOf = (code: string) => lines.optional(`page.lines.${code}`) ?? t.optional(`simulation.${code}`) ?? code
  const reasonOf = ({ code, before, after }: (typeof moves)[number]['reasons'][number]) =>
    before === null || after === null
      ? wordOf(code)
      : t('simulation.reason', { what: wordOf(code), before: round(before), after: round(after) })
  return (
    <section id="moves">
      <h3>{t('simulation.moves')}</h3>
      <Form method="get" className="actions" action="#moves">
        <GradePicker name="before" label={t('simulation.before')} value={wanted.gradeBefore} all={t('simulation.all')} />
        <GradePicker name="after" label={t('simulation.after')} value={wanted.gradeAfter} all={t('simulation.all')} />
        <SubmitButton look="ghost">{t('simulation.show')}</SubmitButton>
      </Form>
      <DataTable
        caption={t('simulation.moves')}
        isCaptionHidden
        columns={[
          { key: 'subject', title: t('simulation.subject'), cell: ({ name, code }) => `${name} ${code}` },
          { key: 'grade', title: t('simulation.grade'), cell: ({ gradeBefore, gradeAfter }) => `${gradeBefore} → ${gradeAfter}` },
          {
            key: 'score',
            title: t('simulation.score'),
            isNumber: true,
            cell: ({ scoreBefore, scoreAfter }) => `${scoreBefore ?? '–'} → ${scoreAfter ?? '–'}`,
          },
          {
            key: 'reasons',
            title: t('simulation.reasons'),
            cell: ({ reasons }) => reasons.map((reason) => <div key={reason.code}>{reasonOf(reason)}</div>),
          },
        ]}
        rows={moves}
        rowKey={({ name, code }) => `${name} ${code}`}
        empty={t('simulation.none')}
      />
      <p className="small">
        {t('simulation.pageOf', { page: wanted.page, total })}{' '}
        {wanted.page > 1 && <Link to={address(wanted.page - 1)}>{t('simulation.previous')}</Link>}{' '}
        {wanted.page * 25 < total && <Link to={address(wanted.page + 1)}>{t('simulation.next')}</Link>}
      </p>
    </section>
  )
}

function GradePicker({
  name,
  label,
  value,
  all,
}: {
  readonly name: string
  readonly label: string
  readonly value: string | null
  readonly all: string
}) {
  return (
    <label>
      {label}{' '}
      <select name={name} defaultValue={value ?? ''} className="input input-select">
        <option value="">{all}</option>
        {grades.map((grade) => (
          <option key={grade} value={grade}>
            {grade}
          </option>
        ))}
      </select>
    </label>
  )
}

function shiftLabel(from: number | null, to: number | null, t: ReturnType<typeof useText<'rating'>>): string {
  const shown = (value: number) => Math.round(Math.abs(value))
  if (from === null) return t('simulation.shift.below', { to: shown(to ?? 0) })
  if (to === null) return t('simulation.shift.above', { from: shown(from) })
  if (from < 0 && to > 0) return t('simulation.shift.same')
  return to <= 0
    ? t('simulation.shift.down', { from: shown(to), to: shown(from) })
    : t('simulation.shift.up', { from: shown(from), to: shown(to) })
}
