import type { FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

const methods = ['PLATFORM', 'IN_PERSON', 'POST', 'PUBLIC_NOTICE'] as const

/** How a document reaches its party. */
export function ServiceFields({ form }: { readonly form: Pick<FormState<'serviceMethod' | 'servedOn'>, 'field'> }) {
  const t = useText('verification')
  return (
    <>
      <SelectField
        {...form.field('serviceMethod')}
        hint={t('service.hint')}
        options={methods.map((value) => ({ value, label: t(`service.${value}`) }))}
      />
      <DateField {...form.field('servedOn')} hint={t('service.servedOnHint')} isOptional />
    </>
  )
}
