import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { SelectionData } from './documents.server.ts'

type Score = SelectionData['scores'][number]

/** The owner's scores, each with its reasons. */
export function ScoreTable({ of }: { readonly of: SelectionData }) {
  const t = useText('selection')
  const nameOf = (key: string) => of.pool?.places.find(({ signUpId }) => signUpId === key)?.name ?? key
  const titleOf = (key: string) => of.criteria.find((criterion) => criterion.key === key)?.title ?? key
  return (
    <DataTable<Score>
      caption={t('result.scores')}
      isCaptionHidden
      rows={of.scores}
      rowKey={({ signUpKey, criterion }) => `${signUpKey} ${criterion}`}
      empty=""
      columns={[
        { key: 'name', title: t('result.name'), cell: ({ signUpKey }) => nameOf(signUpKey) },
        { key: 'criterion', title: t('detail.criterion'), cell: ({ criterion }) => titleOf(criterion) },
        { key: 'points', title: t('mine.pointsShort'), isNumber: true, cell: ({ points }) => points },
        { key: 'reasons', title: t('objections.reasons'), cell: ({ reasons }) => reasons },
      ]}
    />
  )
}
