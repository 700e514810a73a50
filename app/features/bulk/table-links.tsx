import type { RegisterKind } from '#domain/bulk/import-run.ts'
import { registerKinds } from '#domain/bulk/import-run.ts'
import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'

const formats = [
  { key: 'xlsx', query: 'format=xlsx' },
  { key: 'csv', query: 'format=csv' },
  { key: 'csvGb', query: 'format=csv&encoding=gb18030' },
] as const

/** Exports of every table as downloads, for those who import them with their templates. */
export function TableLinks({ hasTemplates = false }: { readonly hasTemplates?: boolean }) {
  const t = useText('bulk')
  const links = (kind: RegisterKind, path: string, label: 'templateOf' | 'exportOf') => (
    <span className="actions">
      {formats.map(({ key, query }) => (
        // A download, not a page: the browser fetches it itself.
        <a
          key={key}
          href={`${path}/${kind}?${query}`}
          aria-label={t(`tables.${label}`, { kind: t(`kind.${kind}`), format: t(`tables.${key}`) })}
        >
          {t(`tables.${key}`)}
        </a>
      ))}
    </span>
  )
  const templates = {
    key: 'template',
    title: t('tables.template'),
    cell: (kind: RegisterKind) => links(kind, '/resources/import-templates', 'templateOf'),
  }
  return (
    <DataTable
      caption={t('tables.caption')}
      isCaptionHidden
      rows={registerKinds}
      rowKey={(kind) => kind}
      empty=""
      columns={[
        { key: 'kind', title: t('tables.kind'), cell: (kind) => t(`kind.${kind}`) },
        ...(hasTemplates ? [templates] : []),
        { key: 'export', title: t('tables.export'), cell: (kind) => links(kind, '/resources/register-exports', 'exportOf') },
      ]}
    />
  )
}
