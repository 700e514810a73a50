import type { Criterion } from '#domain/selection/criteria.ts'
import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'

/** What a comparative selection weighs, as published before sign-up. */
export function CriteriaTable({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const t = useText('selection')
  return (
    <DataTable<Criterion>
      caption={t('detail.criteria')}
      rows={criteria}
      rowKey={({ key }) => key}
      empty=""
      columns={[
        { key: 'title', title: t('detail.criterion'), cell: ({ title }) => title },
        { key: 'kind', title: t('detail.criterionText'), cell: ({ kind }) => t(`draft.kinds.${kind}`) },
        { key: 'weight', title: t('detail.weight'), isNumber: true, cell: ({ weight }) => `${weight} %` },
      ]}
    />
  )
}
