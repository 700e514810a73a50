import type { FieldState } from '#app/form-state.ts'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { useText } from '#app/page-context.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

/** How a document reaches its party; the account comes first. */
export function ServiceMethodField(field: FieldState) {
  const t = useText('procedures')
  const options = serviceMethods.map((value) => ({ value, label: t(`service.${value}`) }))
  return <SelectField {...field} hint={t('serviceHint')} options={options} />
}
