import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import type { FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** How many criteria of the owner's own the form has room for. */
const ownRows = [0, 1, 2, 3] as const

/** The labels of the fields below, for the summary of problems. */
export const criteriaLabels = (t: Translator<Texts['selection']>): Record<string, string> => ({
  creditWeight: t('draft.creditTitle'),
  quoteWeight: t('draft.quoteTitle'),
  ...Object.fromEntries(
    ownRows.flatMap((row) => [
      [`criteria[${row}].title`, t('draft.criterion', { number: row + 1 })],
      [`criteria[${row}].weight`, t('draft.criterionWeightOf', { number: row + 1 })],
    ]),
  ),
})

/** The criteria of a comparative selection: credit and quote are counted by rule, the others the owner scores. */
export function CriteriaFields({ form }: { readonly form: FormState<string> }) {
  const t = useText('selection')
  return (
    <fieldset>
      <legend className="field-label">{t('draft.criteria')}</legend>
      <p className="hint">{t('draft.criteriaHint')}</p>
      <TextField {...form.field('creditWeight')} hint={t('draft.kinds.CREDIT')} width="number" inputMode="numeric" unit="%" />
      <TextField {...form.field('quoteWeight')} hint={t('draft.kinds.QUOTE')} width="number" inputMode="numeric" unit="%" />
      {ownRows.map((row) => (
        <div key={row} className="grid gap-x-4 md:grid-cols-2">
          <TextField {...form.field(`criteria[${row}].title`)} hint={t('draft.kinds.SCORED')} maxLength={100} isOptional={row > 0} />
          <TextField
            {...form.field(`criteria[${row}].weight`)}
            hint={t('draft.criterionWeight')}
            width="number"
            inputMode="numeric"
            unit="%"
            isOptional={row > 0}
          />
        </div>
      ))}
    </fieldset>
  )
}
