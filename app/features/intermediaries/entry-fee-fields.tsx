import { feeKinds, feeUnits } from '#domain/catalogue/fee-schedule.ts'
import type { FormState } from '#app/form-state.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'
import { useText } from '#app/page-context.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Bands that the form offers; a fee of more is changed later, in the register. */
const bands = [0, 1, 2, 3, 4]

/** The labels of a fee's fields. */
export function feeLabels(t: Translator<Texts['entry']>, at: string): Readonly<Record<string, string>> {
  const of = (index: number, text: string) => `${t('row', { n: index + 1 })} ${text}`
  return {
    [`${at}kind`]: t('fee.kind'),
    [`${at}amount`]: t('fee.amount'),
    [`${at}unit`]: t('fee.unit'),
    [`${at}minimum`]: t('fee.minimum'),
    [`${at}maximum`]: t('fee.maximum'),
    ...Object.fromEntries(
      bands.flatMap((index) => [
        [`${at}tiers[${index}].upTo`, of(index, t('fee.upTo'))],
        [`${at}tiers[${index}].rate`, of(index, t('fee.rate'))],
      ]),
    ),
    [`${at}tiers`]: t('fee.tiers'),
  }
}

/** A fee as it is typed: its kind and amount, and, folded until wanted, unit, bounds and bands. */
export function FeeTextFields({ form, at }: { readonly form: FormState<string>; readonly at: string }) {
  const t = useText('entry')
  const kind = form.field(`${at}kind`)
  const isPlain = (kind.value ?? 'FIXED') === 'FIXED'
  return (
    <>
      <SelectField
        {...kind}
        value={kind.value || 'FIXED'}
        options={feeKinds.map((one) => ({ value: one, label: t(`fee.kinds.${one}`) }))}
      />
      <TextField {...form.field(`${at}amount`)} hint={t('fee.amountHint')} width="number" inputMode="decimal" />
      <Reasons summary={`${t('fee.unit')} · ${t('fee.minimum')} · ${t('fee.tiers')}`} isOpen={!isPlain}>
        <SelectField
          {...form.field(`${at}unit`)}
          empty={t('none')}
          options={feeUnits.map((unit) => ({ value: unit, label: t(`fee.units.${unit}`) }))}
          isOptional
        />
        <TextField {...form.field(`${at}minimum`)} width="number" inputMode="decimal" isOptional />
        <TextField {...form.field(`${at}maximum`)} width="number" inputMode="decimal" isOptional />
        {bands.map((index) => (
          <div key={index}>
            <TextField {...form.field(`${at}tiers[${index}].upTo`)} width="number" inputMode="decimal" isOptional />
            <TextField {...form.field(`${at}tiers[${index}].rate`)} width="number" inputMode="decimal" isOptional />
          </div>
        ))}
      </Reasons>
    </>
  )
}
