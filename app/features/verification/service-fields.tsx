import { ServiceMethodField } from '#app/features/procedures/service-method-field.tsx'
import type { FormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { DateField } from '#app/ui/date-field.tsx'

/** How a document reaches its party, and when it did. */
export function ServiceFields({ form }: { readonly form: Pick<FormState<'serviceMethod' | 'servedOn'>, 'field'> }) {
  const t = useText('verification')
  return (
    <>
      <ServiceMethodField {...form.field('serviceMethod')} />
      <DateField {...form.field('servedOn')} hint={t('service.servedOnHint')} isOptional />
    </>
  )
}
