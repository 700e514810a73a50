import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { FeeEditor, feeLabels } from '#app/features/catalogue/fee-editor.tsx'
import type { FeeTexts } from '#app/features/catalogue/fee-words.ts'
import type { FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import type { Option } from '#app/ui/select-field.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** The labels of an offering's fields, in their order on the page. */
export const offeringLabels = (t: FeeTexts, unit: FeeUnit | null): Record<string, string> => ({
  ...feeLabels(t, unit),
  promisedWorkingDays: t('editor.days'),
  feeNote: t('editor.note'),
  divisionCodes: t('editor.divisions'),
  reason: t('edit.reason'),
})

/** Fee, days and places of one offering. */
export function OfferingFields({
  form,
  unit,
  tierCount,
  divisions,
}: {
  readonly form: FormState<string>
  readonly unit: FeeUnit | null
  readonly tierCount: string | undefined
  readonly divisions: readonly Option[]
}) {
  const t = useText('fees')
  return (
    <>
      <FeeEditor form={form} unit={unit} tierCount={tierCount} />
      <TextField {...form.field('promisedWorkingDays')} width="number" inputMode="numeric" />
      <TextAreaField {...form.field('feeNote')} hint={t('editor.noteHint')} rows={2} maxLength={500} isOptional />
      <div className="choices-many">
        <CheckboxField {...form.field('divisionCodes')} hint={t('editor.divisionsHint')} choices={divisions} />
      </div>
    </>
  )
}
