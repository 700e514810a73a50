import { formatFen } from '#domain/kernel/money.ts'
import type { Criterion } from '#domain/selection/criteria.ts'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { StepFormProps } from './owner-forms.tsx'

/** A bidder with what was opened of it. */
export interface ScoredBidder {
  readonly signUpId: string
  readonly name: string
  readonly feeFen: number | null
  readonly workingDays: number | null
  readonly plan: string | null
}

/** Where the marks of one bidder and criterion stand in the form. */
export const scoreIndex = (bidder: number, criterion: number, criteria: number) => bidder * criteria + criterion

/** Every plan with a mark 0–100 and reasons for each criterion that the owner scores; handed in together. */
export function ScoreForm({
  bidders,
  criteria,
  version,
  mutationId,
  result,
}: StepFormProps & { readonly bidders: readonly ScoredBidder[]; readonly criteria: readonly Criterion[] }) {
  const t = useText('selection')
  const scored = criteria.filter(({ kind }) => kind === 'SCORED')
  const cells = bidders.flatMap((bidder, row) =>
    scored.map((criterion, column) => ({ bidder, criterion, at: `scores[${scoreIndex(row, column, scored.length)}]` })),
  )
  const form = useFormState<string>({
    result,
    labels: Object.fromEntries(
      cells.flatMap(({ bidder: { name }, criterion: { title }, at }) => [
        [`${at}.points`, `${name}：${t('mine.points', { criterion: title })}`],
        [`${at}.reasons`, `${name}：${t('mine.reasons', { criterion: title })}`],
      ]),
    ),
  })
  return (
    <FormFrame form={form} mutationId={mutationId}>
      <p>{t('mine.scoreLead')}</p>
      <input type="hidden" name="version" value={version} />
      {bidders.map((bidder) => (
        <fieldset key={bidder.signUpId} className="mb-6">
          <legend className="field-label">{bidder.name}</legend>
          <p className="num">
            {[
              bidder.feeFen === null ? null : formatFen(bidder.feeFen),
              bidder.workingDays === null ? null : t('detail.days', { days: bidder.workingDays }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {bidder.plan && <p className="prose whitespace-pre-line mb-3">{bidder.plan}</p>}
          {cells
            .filter((cell) => cell.bidder === bidder)
            .map(({ criterion, at }) => (
              <div key={at}>
                <input type="hidden" name={`${at}.signUpKey`} value={bidder.signUpId} />
                <input type="hidden" name={`${at}.criterion`} value={criterion.key} />
                <TextField {...form.field(`${at}.points`)} width="number" inputMode="decimal" hint={`${criterion.weight} %`} />
                <TextAreaField {...form.field(`${at}.reasons`)} rows={2} maxLength={2000} />
              </div>
            ))}
        </fieldset>
      ))}
      <SubmitButton name="intent" value="SCORE">
        {t('mine.saveScores')}
      </SubmitButton>
    </FormFrame>
  )
}
