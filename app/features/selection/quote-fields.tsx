import type { FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { formatFen } from '#domain/kernel/money.ts'
import { quoteLimits } from '#domain/selection/quote.ts'
import type { QuoteDesk } from './quote-documents.server.ts'

export type QuoteField = 'fee' | 'workingDays' | 'plan'

/** Fee, days and plan; the same whoever seals them. */
export function QuoteFields({ desk, form }: { readonly desk: QuoteDesk; readonly form: FormState<QuoteField> }) {
  const t = useText('sealing')
  const { ceilingFen, maxWorkingDays } = desk
  return (
    <>
      <TextField
        {...form.field('fee')}
        width="number"
        inputMode="decimal"
        unit={t('yuan')}
        autoComplete="off"
        hint={ceilingFen === null ? t('feeHint') : t('feeCeiling', { ceiling: formatFen(ceilingFen) })}
      />
      <TextField
        {...form.field('workingDays')}
        width="number"
        inputMode="numeric"
        unit={t('days')}
        autoComplete="off"
        hint={maxWorkingDays === null ? undefined : t('daysMost', { most: maxWorkingDays })}
      />
      <TextAreaField {...form.field('plan')} rows={8} isOptional hint={t('planHint', { maximum: quoteLimits.planCharacters })} />
    </>
  )
}

/** The labels in the order of the page. */
export function useQuoteLabels(): Record<QuoteField, string> {
  const t = useText('sealing')
  return { fee: t('fee'), workingDays: t('workingDays'), plan: t('plan') }
}
