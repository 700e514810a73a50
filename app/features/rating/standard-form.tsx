import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { industryOf } from './industry-of.ts'
import type { StepProps } from './rule-set-forms.tsx'

const columns = ['code', 'titleZh', 'titleEn', 'most'] as const
const inputOf = (row: number, column: (typeof columns)[number]) => `parameters.criteria[${row}].${column}`

/** An authority's criteria as rows, three empty ones below for more. */
export function StandardForm({ of, result, mutationId }: StepProps) {
  const t = useText('rating')
  const { criteria, weight, validMonths } = industryOf(of)
  const rows = [...criteria.keys(), ...[0, 1, 2].map((more) => criteria.length + more)]
  const inputs = rows.flatMap((row) => columns.map((column) => ({ row, column, input: inputOf(row, column) })))
  const form = useFormState<string>({
    result,
    labels: {
      ...Object.fromEntries(inputs.map(({ row, column, input }) => [input, `${row + 1}. ${t(`standards.${column}`)}`])),
      'parameters.criteria': t('standards.criteria'),
      'parameters.weight': t('standards.weight'),
      'parameters.validMonths': t('standards.validMonths'),
      explanation: t('editor.explanation'),
    },
    defaults: {
      ...Object.fromEntries(inputs.map(({ row, column, input }) => [input, criteria[row]?.[column]])),
      'parameters.weight': weight,
      'parameters.validMonths': validMonths,
      explanation: of.explanation,
    },
  })
  return (
    <Sheet title={t('editor.edit')}>
      <FormFrame form={form} mutationId={mutationId}>
        <input type="hidden" name="rowVersion" value={of.rowVersion} />
        <fieldset className="mb-4">
          <legend>{t('standards.criteria')}</legend>
          <p className="small mute">{t('standards.more')}</p>
          {rows.map((row) => (
            <div key={row} className="tier-row">
              {columns.map((column) => (
                <TextField key={column} {...form.field(inputOf(row, column))} maxLength={120} />
              ))}
            </div>
          ))}
        </fieldset>
        <TextField {...form.field('parameters.weight')} width="number" inputMode="decimal" />
        <TextField {...form.field('parameters.validMonths')} width="number" inputMode="numeric" />
        <TextAreaField {...form.field('explanation')} rows={4} maxLength={2000} />
        <SubmitButton name="intent" value="EDIT_STANDARD">
          {t('editor.save')}
        </SubmitButton>
      </FormFrame>
    </Sheet>
  )
}
