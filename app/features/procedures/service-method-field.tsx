import type { ComponentProps } from 'react'
import { serviceMethods } from '#domain/procedures/service-of-documents.ts'
import { useText } from '#app/page-context.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

/** How a document reaches its party; the account comes first. */
export function ServiceMethodField(field: Omit<ComponentProps<typeof SelectField>, 'options'>) {
  const t = useText('procedures')
  return <SelectField {...field} options={serviceMethods.map((value) => ({ value, label: t(`service.${value}`) }))} />
}
