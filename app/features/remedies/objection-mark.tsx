import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'

/** 异议标注: shown at once wherever a record stands that its subject objects to, until it is answered. Nothing where nobody objects. */
export function ObjectionMark({ fields }: { readonly fields: readonly string[] }) {
  const t = useText('remedies')
  if (fields.length === 0) return null
  const names = fields.map((field) => (field === '' ? t('dataObjection.wholeMark') : (t.optional(`dataObjection.field.${field}`) ?? field)))
  return (
    <p>
      <Badge tone="warn">{t('dataObjection.mark')}</Badge> <span className="small">{names.join(t('dataObjection.and'))}</span>
    </p>
  )
}
