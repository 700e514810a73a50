import type { ImportKind, ImportSummary, RowFault } from '#domain/bulk/import-run.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { refusalText } from '#app/refusal.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { columnName, factsFor } from './import-report.ts'

/** What an import changes. */
export function RunSummary({ kind, summary }: { readonly kind: ImportKind; readonly summary: ImportSummary }) {
  const t = useText('bulk')
  const { language } = usePage()
  const { added, changed, unchanged, removed, changedFields, sample, ignoredColumns } = summary
  const separator = language === 'en' ? ', ' : '、'
  const fields = Object.entries(changedFields).map(([key, count]) =>
    t('run.changedField', { field: columnName(kind, key, language), count }),
  )
  const what = ({ isNew, fields: keys }: ImportSummary['sample'][number]) =>
    isNew ? t('run.isNew') : keys.map((key) => (key === 'removed' ? t('run.isRemoved') : columnName(kind, key, language))).join(separator)
  const counts = [
    { term: t('run.added'), value: added },
    { term: t('run.changed'), value: changed },
    { term: t('run.unchanged'), value: unchanged },
    ...(kind === 'CALENDAR' ? [{ term: t('run.removed'), value: removed }] : []),
    ...(fields.length > 0 ? [{ term: t('run.changedFields'), value: fields.join(separator) }] : []),
  ]
  return (
    <Sheet title={t('run.summary')}>
      {ignoredColumns.length > 0 && <NoticeBanner tone="warn" title={t('run.ignored', { columns: ignoredColumns.join(separator) })} />}
      <DescriptionList items={counts} />
      {sample.length > 0 && (
        <DataTable
          caption={t('run.sample')}
          rows={sample}
          rowKey={({ row, key }) => `${row} ${key}`}
          empty=""
          columns={[
            { key: 'row', title: t('run.sampleRow'), cell: ({ row }) => (row === 0 ? '' : row), isNumber: true },
            { key: 'key', title: t('run.sampleKey'), cell: ({ key }) => <span className="num">{key}</span> },
            { key: 'name', title: t('run.sampleName'), cell: ({ name }) => name },
            { key: 'what', title: t('run.sampleWhat'), cell: what },
          ]}
        />
      )}
    </Sheet>
  )
}

/** How many faults a page shows; the download has more. */
const shown = 100

/** What is wrong with the table, row by row. */
export function RunFaults({
  kind,
  number,
  faults,
  faultCount,
}: {
  readonly kind: ImportKind
  readonly number: string
  readonly faults: readonly RowFault[]
  readonly faultCount: number
}) {
  const t = useText('bulk')
  const form = useText('form')
  const { language } = usePage()
  const where = ({ row, column }: RowFault) =>
    column === null ? t(row === 0 ? 'run.wholeFile' : 'run.wholeRow') : columnName(kind, column, language)
  const reason = (fault: RowFault) => refusalText({ code: fault.code, facts: factsFor(kind, fault, language) }, t, form)
  return (
    <Sheet title={t('run.faults')}>
      <p>
        <a href={`/resources/import-faults/${number}`}>{t('run.download')}</a>
        {faultCount > shown && <span className="small mute"> {t('run.faultsKept', { shown, kept: faults.length })}</span>}
      </p>
      <DataTable
        caption={t('run.faults')}
        isCaptionHidden
        rows={faults.slice(0, shown)}
        rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
        empty=""
        columns={[
          { key: 'row', title: t('run.row'), cell: ({ row }) => (row === 0 ? '' : row), isNumber: true },
          { key: 'column', title: t('run.column'), cell: where },
          { key: 'value', title: t('run.value'), cell: ({ row, value }) => (row === 0 ? '' : value || t('run.emptyValue')) },
          { key: 'reason', title: t('run.reason'), cell: reason },
        ]}
      />
    </Sheet>
  )
}
