import { usePage, useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'

/** One field of an entry as people read it: words for codes, yes and no. A ceiling comes as text (fee-text.server.ts). */
export function FieldValue({ field, value }: { readonly field: string; readonly value: unknown }) {
  const t = useText('catalogueChanges')
  const { language } = usePage()
  if (value === null || value === undefined || value === '') return <span className="mute">{t('value.none')}</span>
  if (typeof value === 'boolean') return <>{t(value ? 'value.yes' : 'value.no')}</>
  if (Array.isArray(value)) return <>{value.length === 0 ? t('value.none') : value.join(language === 'en' ? ', ' : '、')}</>
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  return <>{t.optional(`value.${field}.${text}`) ?? text}</>
}

interface FieldChange {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** What reads differently, field by field. */
export function FieldChanges({
  changes,
  caption,
  empty,
}: {
  readonly changes: readonly FieldChange[]
  readonly caption: string
  readonly empty: string
}) {
  const t = useText('catalogueChanges')
  return (
    <DataTable
      caption={t('diff.caption', { name: caption })}
      isCaptionHidden
      columns={[
        { key: 'field', title: t('diff.field'), cell: ({ field }) => t.optional(`field.${field}`) ?? field },
        { key: 'before', title: t('diff.before'), cell: ({ field, before }) => <FieldValue field={field} value={before} /> },
        { key: 'after', title: t('diff.after'), cell: ({ field, after }) => <FieldValue field={field} value={after} /> },
      ]}
      rows={changes}
      rowKey={({ field }) => field}
      empty={empty}
    />
  )
}
