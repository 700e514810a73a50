import { useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

interface LoadedYear {
  readonly year: number
  readonly holidays: number
  readonly makeupWorkdays: number
  readonly sourceNotice: string | null
}

/** The years of the working calendar that are loaded: beyond them no due day can be set. */
export function LoadedYears({ years }: { readonly years: readonly LoadedYear[] }) {
  const t = useText('acceptance')
  return (
    <Sheet title={t('calendar.title')} id="calendar">
      <p>{t('calendar.lead')}</p>
      <DataTable
        caption={t('calendar.title')}
        isCaptionHidden
        rows={years}
        rowKey={({ year }) => String(year)}
        empty={t('calendar.empty')}
        columns={[
          { key: 'year', title: t('calendar.year'), cell: ({ year }) => String(year) },
          { key: 'holidays', title: t('calendar.holidays'), cell: ({ holidays }) => holidays, isNumber: true },
          { key: 'makeup', title: t('calendar.makeup'), cell: ({ makeupWorkdays }) => makeupWorkdays, isNumber: true },
          { key: 'notice', title: t('calendar.notice'), cell: ({ sourceNotice }) => sourceNotice },
        ]}
      />
    </Sheet>
  )
}
