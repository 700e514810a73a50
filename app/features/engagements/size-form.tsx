import { Form } from '@remix-run/react'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { useText } from '#app/page-context.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** Asks for the size that the fee depends on. It only looks, so it is a GET form: the fee for a size has an address. */
export function SizeForm({
  preview: { uscc, serviceItemCode, size },
  unit,
  typed,
  error,
}: {
  readonly preview: { readonly uscc: string; readonly serviceItemCode: string; readonly size: number | null }
  readonly unit: FeeUnit
  readonly typed: string
  readonly error: string | undefined
}) {
  const t = useText('fees')
  return (
    <Sheet title={size === null ? t('choose.sizeTitle') : t('choose.size')}>
      {size === null && <p>{t('choose.sizeLead')}</p>}
      <Form method="get" className="form" noValidate>
        <input type="hidden" name="uscc" value={uscc} />
        <input type="hidden" name="item" value={serviceItemCode} />
        <TextField
          {...{ id: 'choice-size', name: 'size', label: t(`sizeLabel.${unit}`), value: typed, values: [typed], error }}
          width="number"
          inputMode="decimal"
          unit={t(`unit.${unit}`)}
        />
        <button type="submit" className={size === null ? 'btn btn-primary' : 'btn btn-ghost'}>
          {t(size === null ? 'choose.sizeSubmit' : 'choose.sizeAgain')}
        </button>
      </Form>
    </Sheet>
  )
}
